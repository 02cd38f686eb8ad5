//! `raccolta`: the lists kept at the desk: shown, changed, exported.

use super::archive::Opened;
use super::context::Context;
use super::failure::{Code, Failure};
use super::form::Form;
use super::out::Out;
use super::tame::tell;
use super::{archive, page, sheet};
use crate::app::{Desk, DeskAsk, Kept, desk_answer};
use crate::desk::{Gathered, Store, note, today};
use crate::lang::w;
use crate::sheet::csv::Table;
use crate::sheet::{Subject, cells, json};
use crate::snapshot::Catalogue;
use crate::text::fold::fold;
use serde_json::{Value, json};

/// Runs the command.
///
/// # Errors
/// When a name holds a person or a list is not there, or desk or archive cannot be used.
pub fn run(context: &Context, out: &mut Out) -> Result<Code, Failure> {
    let opened = archive::read(context)?;
    let mut store = Store::at_home();
    let name = context.words("nome").join(" ");
    let (put, take) = (context.words("metti"), context.words("togli"));
    if name.is_empty() {
        return match put.is_empty() && take.is_empty() && !context.flag("cancella") {
            true => Ok(names(
                context,
                &ask(context, &mut store, &opened.1, &DeskAsk::Read)?,
                out,
            )),
            false => Err(Failure::usage(context.lang.say(w::GATHERED_NO_NAME))),
        };
    }
    if context.flag("cancella") {
        let kept = named(context, &mut store, &opened.1, &name)?;
        ask(context, &mut store, &opened.1, &DeskAsk::Drop(kept.item.clone()))?;
        tell(
            &context
                .lang
                .fill(w::GATHERED_DROPPED, &[("name", &kept.item.name)]),
        );
        return Ok(Code::Found);
    }
    let mut code = Code::Found;
    if !put.is_empty() || !take.is_empty() {
        let kept = named(context, &mut store, &opened.1, &name).ok();
        let mut list = match kept.as_ref().and_then(list) {
            Some(list) => list,
            None => {
                let name = kept.map_or_else(|| note::check_name(&name), |kept| Ok(kept.item.name));
                Gathered::default().named(name.map_err(|why| Failure::usage(why.say(context.lang)))?)
            }
        };
        for (codes, putting) in [(put, true), (take, false)] {
            for code_typed in codes {
                match sheet::brief(context, &opened.1, &opened.0, code_typed)? {
                    Some(brief) if list.has(brief.id) != putting => _ = list.mark(brief.id),
                    Some(_) => {}
                    None => {
                        tell(&context.lang.fill(w::FIND_NO_PROJECT, &[("code", code_typed)]));
                        code = Code::Nothing;
                    }
                }
            }
        }
        ask(context, &mut store, &opened.1, &DeskAsk::KeepList(list.clone()))?;
        if list.is_empty() {
            return Ok(code);
        }
    }
    let kept = named(context, &mut store, &opened.1, &name)?;
    let shown = list(&kept).map_or(Ok(Code::Nothing), |list| show(context, &opened, &list, out))?;
    Ok(if shown == Code::Found { code } else { shown })
}

/// The list of a name, for those who print it.
///
/// # Errors
/// When there is none, or the desk cannot be used.
pub fn of(context: &Context, catalogue: &Catalogue, name: &str) -> Result<Gathered, Failure> {
    let kept = named(context, &mut Store::at_home(), catalogue, name)?;
    Ok(list(&kept).unwrap_or_default())
}

fn list(kept: &Kept) -> Option<Gathered> {
    match &kept.to {
        Some(Subject::Gathered(list)) => Some(list.clone()),
        _ => None,
    }
}

fn named(context: &Context, store: &mut Store, catalogue: &Catalogue, name: &str) -> Result<Kept, Failure> {
    let desk = ask(context, store, catalogue, &DeskAsk::Read)?;
    let mut lists = desk.lists.into_iter();
    let found = lists.find(|kept| fold(&kept.item.name) == fold(name));
    found.ok_or_else(|| Failure::usage(context.lang.fill(w::GATHERED_UNKNOWN, &[("name", name)])))
}

fn ask(context: &Context, store: &mut Store, catalogue: &Catalogue, ask: &DeskAsk) -> Result<Desk, Failure> {
    let answer = desk_answer(store, catalogue, ask, context.lang, today()).map_err(Failure::data)?;
    if let Some(says) = &answer.notice {
        tell(says);
    }
    Ok(answer.desk)
}

fn names(context: &Context, desk: &Desk, out: &mut Out) -> Code {
    match context.form() {
        Form::Json => {
            let list = |kept: &Kept| json!({ "name": kept.item.name, "projects": list(kept).map_or(0, |l| l.ids().len()) });
            out.json(&desk.lists.iter().map(list).collect::<Value>());
        }
        _ => desk.lists.iter().for_each(|kept| out.line(&kept.name)),
    }
    match desk.lists.is_empty() {
        true => Code::Nothing,
        false => Code::Found,
    }
}

fn show(context: &Context, opened: &Opened, list: &Gathered, out: &mut Out) -> Result<Code, Failure> {
    let (catalogue, lang) = (&opened.1, context.lang);
    let briefs = list.ids().iter().filter_map(|id| catalogue.brief(*id));
    match context.form() {
        Form::Csv => {
            let mut table = Table::new(out, context.style(), cells::COLUMNS);
            briefs.for_each(|brief| table.row(&cells::as_cells(catalogue, brief, lang)));
        }
        Form::Json => out.json(
            &briefs
                .map(|brief| json::row(catalogue, brief, lang))
                .collect::<Value>(),
        ),
        _ => return page::of(context, opened, &Subject::Gathered(list.clone()), out),
    }
    Ok(Code::Found)
}
