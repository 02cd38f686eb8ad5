//! The thread that opens, searches and explains, one job after another. Of searches that wait
//! only the last is answered: the person has typed on.

use super::Wake;
use crate::lang::Lang;
use crate::tui::backend::{Ask, Backend, DeskAsk, StepAsk, Subject};
use crate::tui::event::Event;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

pub enum Job {
    Open,
    Load,
    Search { generation: u64, ask: Ask },
    Sheet { subject: Subject, lang: Lang },
    Desk { ask: DeskAsk, lang: Lang },
    Step(StepAsk),
}

/// Starts the thread; it ends when nobody can send jobs any more.
pub fn start(backend: Box<dyn Backend>, wake: Sender<Wake>) -> io::Result<Sender<Job>> {
    let (jobs, inbox) = channel();
    thread::Builder::new().name("worker".into()).spawn(move || {
        let farewell = Farewell(wake);
        work(backend, &inbox, &farewell.0);
    })?;
    Ok(jobs)
}

/// Tells the loop when the worker ends, also by a panic.
struct Farewell(Sender<Wake>);

impl Drop for Farewell {
    fn drop(&mut self) {
        let _ = self.0.send(Wake::WorkerGone);
    }
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
                Job::Sheet { subject, lang } => Some(Event::Sheet {
                    sheet: backend.sheet(&subject, lang),
                    subject,
                    lang,
                }),
                Job::Desk { ask, lang } => Some(Event::Desk {
                    lang,
                    answer: backend.desk(&ask, lang),
                }),
                Job::Step(ask) => Some(Event::Step {
                    stage: backend.step(&ask),
                    ask,
                }),
            };
            if wake.send(Wake::Answer(answer)).is_err() {
                return;
            }
        }
    }
}
