//! The words of a step, and what is said to an answer.

use super::{Outcome, Said};
use crate::app::speaks_of_home;
use crate::desk::lesson::Expected;
use crate::lang::{Lang, StepKind, StepText, w};
use crate::tui::screen::Lesson;
use crate::tui::screen::slide::{Item, Kind, Slide};
use crate::tui::state::State;

impl Lesson {
    /// The words of the step at hand.
    pub fn slide(&self, state: &State) -> Slide {
        let lang = state.lang;
        let (heading, items) = match self.step() {
            Some(step) => {
                let text = step.text(lang);
                let say = |text: &&str| Item::new(Kind::Say, self.filled(text));
                let mut items: Vec<Item> = text.text.iter().map(say).collect();
                match &step.kind {
                    StepKind::Ask(_) => self.exercise(text, lang, &mut items),
                    _ if self.live.is_some() => items.push(Item::new(Kind::Live, "")),
                    _ => {}
                }
                (text.heading, items)
            }
            None if self.at == 0 => (self.lesson.text(lang).title, self.title(state)),
            None if self.run.is_some() => (
                lang.say(w::SCREEN_LESSON_SHOWN),
                vec![Item::new(Kind::Strong, lang.say(w::SCREEN_LESSON_AGAIN))],
            ),
            None => (lang.say(w::LINEAR_LESSON_END), self.end(lang)),
        };
        Slide {
            heading: heading.trim_end_matches('.').to_owned(),
            items,
            talk: false,
        }
    }

    fn title(&self, state: &State) -> Vec<Item> {
        let lang = state.lang;
        let (steps, minutes) = (self.steps().to_string(), self.lesson.minutes.to_string());
        let values = [("steps", steps.as_str()), ("minutes", &minutes)];
        let size = lang.fill(w::SCREEN_LESSON_SIZE, &values);
        let mut items = vec![
            Item::new(Kind::Say, self.lesson.text(lang).goal),
            Item::new(Kind::Say, size),
        ];
        let stranger = state.home.is_none() && speaks_of_home(self.lesson);
        if let Some((_, name)) = self.comune.as_ref().filter(|_| stranger) {
            let home = lang.fill(w::LINEAR_LESSON_HOME, &[("name", name)]);
            items.push(Item::new(Kind::Say, home));
        }
        items.push(Item::how(state));
        items
    }

    fn exercise(&self, text: &StepText, lang: Lang, items: &mut Vec<Item>) {
        items.push(Item::new(Kind::Strong, self.filled(text.question)));
        for (i, option) in text.options.iter().enumerate() {
            let says = format!("{}. {option}", i + 1);
            let right = self.expected == Some(Expected::Choice(i));
            let selected = if self.answering() { i == self.choice } else { right };
            items.push(Item::new(Kind::Choice(selected), says).glued());
        }
        let outcome = self.done.get(&self.at).zip(self.expected.as_ref());
        if let Some((outcome, expected)) = outcome {
            let says = match outcome {
                Outcome::Right => text.right.to_owned(),
                Outcome::Told => {
                    let answer = expected.say(text, lang);
                    self.filled(text.wrong).replace("{answer}", &answer)
                }
            };
            items.push(Item::new(Kind::Strong, says));
            items.push(Item::new(Kind::Say, lang.say(w::LINEAR_LESSON_NEXT)).glued());
            return;
        }
        if !self.answering() {
            items.push(Item::new(Kind::Say, lang.say(w::LINEAR_LESSON_NO_ANSWER)));
            return;
        }
        if text.options.is_empty() {
            let hint = match self.arrived {
                true => w::SCREEN_LESSON_TYPE,
                false => w::SCREEN_READ_LOADING,
            };
            items.push(Item::new(Kind::Field, lang.say(hint)).glued());
        }
        let hint = self.filled(text.hint);
        match self.said {
            Some(Said::NotYet) => {
                let says = lang.fill(w::LINEAR_LESSON_RETRY, &[("hint", &hint)]);
                items.push(Item::new(Kind::Strong, says).glued());
            }
            Some(Said::Hint) => items.push(Item::new(Kind::Strong, hint).glued()),
            None => {}
        }
    }

    /// What was seen, how the exercises went, where one can go from here.
    fn end(&self, lang: Lang) -> Vec<Item> {
        let steps = &self.lesson.steps;
        let seen = steps.iter().filter(|step| matches!(step.kind, StepKind::Say));
        let seen = seen.map(|step| Item::new(Kind::Point, step.text(lang).heading).glued());
        let asks = steps.iter().filter(|step| matches!(step.kind, StepKind::Ask(_)));
        let right = self.done.values().filter(|outcome| **outcome == Outcome::Right);
        let (right, asks) = (right.count().to_string(), asks.count().to_string());
        let values = [("n", right.as_str()), ("total", &asks)];
        let next = match self.next_lesson() {
            Some(next) => lang.fill(w::SCREEN_LESSON_NEXT, &[("title", next.text(lang).title)]),
            None => lang.say(w::SCREEN_LESSON_LAST).to_owned(),
        };
        let mut items = vec![Item::new(Kind::Strong, lang.say(w::SCREEN_LESSON_SEEN))];
        items.extend(seen);
        items.push(Item::new(Kind::Say, lang.fill(w::SCREEN_LESSON_RIGHT, &values)));
        items.push(Item::new(Kind::Strong, next));
        items
    }
}
