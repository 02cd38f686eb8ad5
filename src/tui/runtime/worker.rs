//! The thread that opens, searches, explains and writes, one job after another. Of searches that wait
//! only the last is answered: the person has typed on.

use super::helper;
use super::wake::{Need, Wake};
use crate::app::{Ask, DeskAsk, StepAsk};
use crate::desk::Settings;
use crate::lang::Lang;
use crate::sheet::Subject;
use crate::tui::backend::Backend;
use crate::tui::event::{Done, Event};
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

pub enum Job {
    Open,
    Load,
    Search {
        generation: u64,
        ask: Ask,
    },
    Page {
        subject: Subject,
        lang: Lang,
    },
    Desk {
        ask: DeskAsk,
        lang: Lang,
    },
    Step(StepAsk),
    Print {
        subject: Subject,
        lang: Lang,
        desk: Option<String>,
    },
    Save {
        chosen: Settings,
        path: PathBuf,
        lang: Lang,
    },
}

/// Starts the thread; it ends when nobody can send jobs any more.
///
/// # Errors
/// When the system gives no thread.
pub fn start(backend: Box<dyn Backend>, wake: Sender<Wake>) -> io::Result<(Sender<Job>, JoinHandle<()>)> {
    let (jobs, inbox) = channel();
    let work = move |wake: &Sender<Wake>| work(backend, &inbox, wake);
    let thread = helper::spawn("worker", Need::Cannot, wake, work)?;
    Ok((jobs, thread))
}

fn work(mut backend: Box<dyn Backend>, inbox: &Receiver<Job>, wake: &Sender<Wake>) {
    while let Ok(first) = inbox.recv() {
        let mut jobs = vec![first];
        jobs.extend(inbox.try_iter());
        let last_search = jobs.iter().rposition(|job| matches!(job, Job::Search { .. }));
        for (i, job) in jobs.into_iter().enumerate() {
            let answer = match job {
                Job::Open => Some(Event::Opened(backend.open())),
                Job::Load => Some(Event::Loaded(backend.load())),
                Job::Search { generation, ask } => (Some(i) == last_search).then(|| Event::Found {
                    generation,
                    answer: backend.search(&ask),
                }),
                Job::Page { subject, lang } => Some(Event::Page {
                    page: backend.page(&subject, lang),
                    subject,
                    lang,
                }),
                Job::Desk { ask, lang } => Some(Event::Desk {
                    lang,
                    answer: backend.desk(&ask, lang),
                }),
                Job::Save { chosen, path, lang } => {
                    let saved = chosen.save_to(&path).map(|()| Done::Saved);
                    Some(Event::Done(saved.map_err(|e| e.say(lang))))
                }
                Job::Print { subject, lang, desk } => {
                    let printed = backend.print(&subject, lang, desk.as_deref());
                    Some(Event::Done(printed.map(Done::Printed)))
                }
                Job::Step(ask) => Some(Event::Step {
                    stage: backend.step(&ask),
                    ask,
                }),
            };
            // What waits is still written when nobody hears of it any more.
            let _ = wake.send(Wake::Answer(answer));
        }
    }
}
