//! An answer among packed bits: options by their place in the task.
//!
//! A place means the same only as long as the task has the same options, so whatever is packed goes
//! with the [`key`] of its question, which is another one where they are not.

use crate::bits::{BitReader, Bits, key_of};
use quiz::Answer;
use story::{Bearing, Question, Segment, Task};

/// What stands for a question and its options.
pub fn key(question: &Question<'_>) -> u32 {
    let mut text = [question.id.0, " ", question.task.slug()].concat();
    let (to, put) = names(&question.task);
    for name in to.iter().chain(&put) {
        text.push(' ');
        text.push_str(name);
    }
    key_of(&text)
}

/// Names of that to which something is put, and of what is put there.
fn names(task: &Task<'_>) -> (Vec<String>, Vec<String>) {
    let none = Vec::new;
    let ids = |all: &[story::Choice<'_>]| all.iter().map(|it| it.id.0.to_owned()).collect();
    match task {
        Task::ChooseOne { options, .. }
        | Task::ChooseSeveral { options, .. }
        | Task::Order { options, .. } => (none(), ids(options)),
        Task::Match { pairs } => {
            let ids: Vec<String> = pairs.iter().map(|it| it.id.0.to_owned()).collect();
            (ids.clone(), ids)
        }
        Task::WordBank { text, options } => {
            let blanks = text.iter().filter(|it| matches!(it, Segment::Blank(_))).count();
            ((0..blanks).map(|at| at.to_string()).collect(), ids(options))
        }
        Task::WeighSources { sources } => (
            sources.iter().map(|it| it.id.0.to_owned()).collect(),
            Bearing::ALL.map(|it| it.slug().to_owned()).into(),
        ),
        Task::Estimate { figures, .. } => {
            (figures.iter().map(|it| it.year.to_string()).collect(), none())
        }
        Task::Open { rubric } => (none(), (0..rubric.len()).map(|at| at.to_string()).collect()),
        Task::FindOnMap { .. } => (none(), none()),
    }
}

/// Packs an answer, without the reader's own words; none where it does not fit the task.
pub fn pack(task: &Task<'_>, groups: &[&str], answer: &Answer) -> Option<Bits> {
    let (to, put) = names(task);
    let mut bits = Bits::default();
    match (task, answer) {
        (Task::FindOnMap { .. }, Answer::One(id)) => {
            find_group(groups, key_of(id)).filter(|it| it == id)?;
            bits.key(key_of(id));
        }
        (Task::ChooseOne { .. }, Answer::One(id)) => {
            let at = if id.is_empty() { put.len() } else { place(&put, id)? };
            bits.push(at as u64, bits_for(put.len() + 1));
        }
        (Task::ChooseSeveral { .. }, Answer::Several(ids))
        | (Task::Order { .. }, Answer::Order(ids)) => push_all(&mut bits, &put, ids.iter())?,
        (Task::Open { .. }, Answer::Own { met, .. }) => {
            let met: Vec<String> = met.iter().map(ToString::to_string).collect();
            push_all(&mut bits, &put, met.iter())?;
        }
        (_, Answer::Pairs(pairs)) if !to.is_empty() => {
            bits.number(pairs.len() as u64);
            for (asked, given) in pairs {
                bits.push(place(&to, asked)? as u64, bits_for(to.len()));
                match task {
                    Task::Estimate { .. } => bits.value(given),
                    _ => bits.push(place(&put, given)? as u64, bits_for(put.len())),
                }
            }
        }
        _ => return None,
    }
    Some(bits)
}

/// Reads an answer to a task as [`pack`] packed it.
pub fn unpack(task: &Task<'_>, groups: &[&str], from: &mut BitReader<'_>) -> Option<Answer> {
    let (to, put) = names(task);
    Some(match task {
        Task::FindOnMap { .. } => Answer::One(find_group(groups, from.key()?)?.to_owned()),
        Task::ChooseOne { .. } => {
            let at = take_place(from, put.len() + 1)?;
            Answer::One(put.get(at).cloned().unwrap_or_default())
        }
        Task::ChooseSeveral { .. } => Answer::Several(take_all(from, &put)?),
        Task::Order { .. } => Answer::Order(take_all(from, &put)?),
        Task::Open { .. } => {
            let mut met = Vec::new();
            for at in take_all(from, &put)? {
                met.push(at.parse().ok()?);
            }
            Answer::Own { text: String::new(), met }
        }
        Task::Match { .. }
        | Task::WordBank { .. }
        | Task::WeighSources { .. }
        | Task::Estimate { .. } => {
            let mut pairs = Vec::new();
            for _ in 0..from.number()? {
                let asked = to.get(take_place(from, to.len())?)?.clone();
                let given = match task {
                    Task::Estimate { .. } => from.value()?,
                    _ => put.get(take_place(from, put.len())?)?.clone(),
                };
                pairs.push((asked, given));
            }
            Answer::Pairs(pairs)
        }
    })
}

/// The group that a key stands for; the empty name, which is that of none, among them.
fn find_group<'a>(groups: &[&'a str], key: u32) -> Option<&'a str> {
    groups.iter().chain(&[""]).find(|it| key_of(it) == key).copied()
}

fn place(names: &[String], name: &str) -> Option<usize> {
    names.iter().position(|it| it == name)
}

fn push_all<'s>(
    bits: &mut Bits,
    names: &[String],
    chosen: impl ExactSizeIterator<Item = &'s String>,
) -> Option<()> {
    bits.number(chosen.len() as u64);
    for name in chosen {
        bits.push(place(names, name)? as u64, bits_for(names.len()));
    }
    Some(())
}

fn take_place(from: &mut BitReader<'_>, of: usize) -> Option<usize> {
    usize::try_from(from.take(bits_for(of))?).ok()
}

fn take_all(from: &mut BitReader<'_>, names: &[String]) -> Option<Vec<String>> {
    let mut all = Vec::new();
    for _ in 0..from.number()? {
        all.push(names.get(take_place(from, names.len())?)?.clone());
    }
    Some(all)
}

/// Bits that a place among so many needs: at least one, so that no count of them is free.
fn bits_for(count: usize) -> u32 {
    (usize::BITS - count.saturating_sub(1).leading_zeros()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interaction::samples;

    const GROUPS: [&str; 3] = ["ccsa", "sssj", "ucsj"];

    #[test]
    fn an_answer_of_each_type_comes_back() {
        for (question, answer) in samples::answered() {
            let mut bits = pack(&question.task, &GROUPS, &answer).unwrap();
            bits.number(77);
            let mut reader = BitReader::new(&bits);
            let back = unpack(&question.task, &GROUPS, &mut reader);
            assert_eq!(back, Some(samples::without_words(answer)), "{:?}", question.task);
            assert_eq!(reader.number(), Some(77));
        }
    }

    #[test]
    fn what_does_not_fit_the_task_is_not_packed() {
        for (question, _) in samples::answered() {
            let stranger = "stranger".to_owned();
            for answer in [
                Answer::One(stranger.clone()),
                Answer::Several(vec![stranger.clone()]),
                Answer::Order(vec![stranger.clone()]),
                Answer::Pairs(vec![(stranger.clone(), stranger.clone())]),
                Answer::Own { text: String::new(), met: vec![99] },
            ] {
                assert_eq!(pack(&question.task, &GROUPS, &answer), None, "{answer:?}");
            }
        }
    }

    #[test]
    fn another_option_makes_another_key() {
        let (mut question, _) = samples::answered().into_iter().next().unwrap();
        let before = key(&question);
        if let Task::ChooseOne { options, .. } = &mut question.task {
            options.pop();
        }
        assert_ne!(key(&question), before);
    }

    #[test]
    fn what_was_given_up_is_an_answer_too() {
        let (question, _) = samples::answered().into_iter().next().unwrap();
        let nothing = Answer::One(String::new());
        let bits = pack(&question.task, &GROUPS, &nothing).unwrap();
        assert_eq!(unpack(&question.task, &GROUPS, &mut BitReader::new(&bits)), Some(nothing));
    }
}
