//! The thread that opens, searches, explains and writes, one job after another. Of searches that wait
//! only the last is answered: the person has typed on.

use super::helper::{self, Need, Wake};
use crate::lang::Lang;
use crate::sheet::{self, Subject};
use crate::tui::backend::Backend;
use crate::tui::event::{Done, Effect, Event};
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

pub struct Worker {
    pub backend: Box<dyn Backend>,
    /// Where what is chosen is kept.
    pub settings: Option<PathBuf>,
    /// That of the start: who changes it has chosen one.
    pub lang: Lang,
}

/// Starts the thread; it ends when nobody can send jobs any more.
///
/// # Errors
/// When the system gives no thread.
pub fn start(worker: Worker, wake: Sender<Wake>) -> io::Result<(Sender<Effect>, JoinHandle<()>)> {
    let (jobs, inbox) = channel();
    let work = move |wake: &Sender<Wake>| worker.work(&inbox, wake);
    let thread = helper::spawn("worker", Need::Cannot, wake, work)?;
    Ok((jobs, thread))
}

impl Worker {
    fn work(mut self, inbox: &Receiver<Effect>, wake: &Sender<Wake>) {
        while let Ok(first) = inbox.recv() {
            let mut jobs = vec![first];
            jobs.extend(inbox.try_iter());
            let last_search = jobs.iter().rposition(|job| matches!(job, Effect::Search { .. }));
            for (i, job) in jobs.into_iter().enumerate() {
                let overtaken = matches!(job, Effect::Search { .. }) && Some(i) != last_search;
                let answer = if overtaken { None } else { self.answer(job) };
                // What waits is still written when nobody hears of it any more.
                let _ = wake.send(Wake::Answer(answer));
            }
        }
    }

    fn answer(&mut self, job: Effect) -> Option<Event> {
        let backend = &mut self.backend;
        Some(match job {
            Effect::Open => Event::Opened(backend.open()),
            Effect::Load => Event::Loaded(backend.load()),
            Effect::Seek => Event::Newer(backend.newer()),
            Effect::Take { found, lang } => Event::Page {
                page: backend.take(&found, lang).map(|lines| sheet::taken(lines, lang)),
                subject: Subject::Newer(found),
                lang,
            },
            Effect::Search { generation, ask } => Event::Found {
                generation,
                answer: backend.search(&ask),
            },
            Effect::Page { subject, lang } => Event::Page {
                page: backend.page(&subject, lang),
                subject,
                lang,
            },
            Effect::Desk { ask, lang } => Event::Desk {
                lang,
                answer: backend.desk(&ask, lang),
            },
            Effect::Save(chosen) => {
                let saved = chosen.save_to(self.settings.as_ref()?).map(|()| Done::Saved);
                Event::Done(saved.map_err(|e| e.say(chosen.lang.unwrap_or(self.lang))))
            }
            Effect::Offered(settings) => {
                // Where this cannot be kept it is offered again.
                _ = settings.save_to(self.settings.as_ref()?);
                return None;
            }
            Effect::Print { subject, lang, desk } => {
                let printed = backend.print(&subject, lang, desk.as_deref());
                Event::Done(printed.map(Done::Printed))
            }
            Effect::Export { list, lang } => Event::Done(backend.export(&list, lang).map(Done::Exported)),
            Effect::Step(ask) => Event::Step {
                stage: backend.step(&ask),
                ask,
            },
            Effect::Wake { .. }
            | Effect::Copy(_)
            | Effect::Hand(..)
            | Effect::Mouse(_)
            | Effect::Suspend
            | Effect::Quit => {
                return None;
            }
        })
    }
}
