//! What a class chose, question by question: as markup, and as a table for other programs.

use super::report::head;
use crate::content::{questions, story};
use crate::i18n::of_quiz;
use crate::quiz::results::{heads, share};
use crate::widgets::{put, put_text};
use quiz::desk::write_rows;
use quiz::{Chosen, ItemAnalysis, Part};
use story::{Bearing, Choice, Question, Task, Text};

/// Each item with its question.
fn with_questions<'i>(
    items: &'i [ItemAnalysis<'static>],
) -> impl Iterator<Item = (&'i ItemAnalysis<'static>, &'static Question<'static>)> {
    items.iter().filter_map(|item| Some((item, questions()?.get(item.id)?)))
}

/// Adds how hard the items were, a row for each.
pub(super) fn table(items: &[ItemAnalysis<'static>], out: &mut String) {
    let t = of_quiz();
    head(out, t.analysis, &t.analysis_columns);
    out.push_str("<tbody>");
    for (item, question) in with_questions(items) {
        put(out, &["<tr><th scope=\"row\"><a href=\"#/quiz?item=", "\">"], &[item.id]);
        put_text(out, &question.prompt);
        let answers = share(item.answers, item.papers);
        let discrimination = item.discrimination.map(|it| it.to_string()).unwrap_or_default();
        let cells = ["</a></th><td>", "</td><td>", "</td><td>", "</td><td>"];
        put(out, &cells, &[&answers, &item.difficulty.to_string(), &discrimination]);
        if let Some((part, chosen)) = item.most_chosen_wrong() {
            let part = part_words(question, &part.id);
            let parted = if part.is_empty() { "" } else { ": " };
            put(out, &["", "", ""], &[&part, parted, &counted(question, chosen)]);
        }
        out.push_str("</td></tr>");
    }
    let end = [
        "</tbody></table></div><p class=\"hint\">",
        "</p><p class=\"item-actions\"><button type=\"button\" data-do=\"save-analysis\">",
        "</button></p>",
    ];
    put(out, &end, &[t.about_analysis, t.save_analysis]);
}

/// Adds how often each answer was given.
pub(super) fn markup(items: &[ItemAnalysis<'static>], out: &mut String) {
    let t = of_quiz();
    put(out, &["<h3>", "</h3><p class=\"hint\">", "</p>"], &[t.chosen, t.about_chosen]);
    for (item, question) in with_questions(items).filter(|(item, _)| !item.parts.is_empty()) {
        let open = if item.is_to_reteach() { " open" } else { "" };
        put(out, &["<details class=\"chosen\"", "><summary>"], &[open]);
        put_text(out, &question.prompt);
        out.push_str("</summary><table class=\"sums counts\">");
        match item.parts.as_slice() {
            [whole] if whole.id.is_empty() => options(out, question, whole, item.papers),
            parts => self::parts(out, question, parts, item.papers),
        }
        out.push_str("</tbody></table></details>");
    }
}

/// All that can be chosen, with how often it was.
fn options(out: &mut String, question: &Question<'_>, whole: &Part, papers: u32) {
    let t = of_quiz();
    heads(out, &t.chosen_columns);
    out.push_str("<tbody>");
    for chosen in &whole.choices {
        let words = choice_words(question, &chosen.id);
        if chosen.is_key {
            let row =
                ["<tr><th scope=\"row\"><b>", "</b> <span class=\"instruction\">", "</span></th>"];
            put(out, &row, &[&words, t.right_answer]);
        } else {
            put(out, &["<tr><th scope=\"row\">", "</th>"], &[&words]);
        }
        count(out, chosen.count, papers);
    }
    if whole.left > 0 {
        put(out, &["<tr><th scope=\"row\">", "</th>"], &[t.no_answer]);
        count(out, whole.left, papers);
    }
}

/// Each part, with how often it was right, and with what was given to it instead.
fn parts(out: &mut String, question: &Question<'_>, parts: &[Part], papers: u32) {
    let t = of_quiz();
    let is_open = matches!(question.task, Task::Open { .. });
    let [part, right, instead, found] = t.part_columns;
    if is_open {
        heads(out, &[part, found]);
    } else {
        heads(out, &[part, right, instead]);
    }
    out.push_str("<tbody>");
    for part in parts {
        put(out, &["<tr><th scope=\"row\">", ""], &[&part_words(question, &part.id)]);
        if let Some(key) = part.choices.iter().find(|it| it.is_key) {
            put(out, &[": <b>", "</b>"], &[&choice_words(question, &key.id)]);
        }
        out.push_str("</th>");
        if is_open {
            count(out, part.right, papers);
            continue;
        }
        put(out, &["<td>", "</td><td>"], &[&part.right.to_string()]);
        let wrong = part.wrong().into_iter().map(|it| counted(question, it));
        let left = (part.left > 0).then(|| (t.counted_left)(part.left));
        for instead in wrong.chain(left) {
            put(out, &["<p>", "</p>"], &[&instead]);
        }
        out.push_str("</td></tr>");
    }
}

/// Ends a row with a count, as a figure and as a bar.
fn count(out: &mut String, count: u32, papers: u32) {
    let percent = (u64::from(count) * 100).checked_div(u64::from(papers)).unwrap_or(0);
    let cell = [
        "<td>",
        "<span class=\"part\" aria-hidden=\"true\"><span style=\"inline-size: ",
        "%\"></span></span></td></tr>",
    ];
    put(out, &cell, &[&count.to_string(), &percent.to_string()]);
}

/// "Kyiv (3)".
fn counted(question: &Question<'_>, chosen: &Chosen) -> String {
    [&choice_words(question, &chosen.id), " (", &chosen.count.to_string(), ")"].concat()
}

/// What was chosen as a table of comma-separated values, a row for each answer that can be given.
pub(super) fn write_csv(items: &[ItemAnalysis<'static>]) -> String {
    let t = of_quiz();
    let mut rows = vec![t.analysis_file_columns.map(str::to_owned).to_vec()];
    for (item, question) in with_questions(items) {
        let mut add = |part: &str, answer: &str, is_key: bool, count: String| {
            rows.push(vec![
                item.id.to_owned(),
                question.prompt.plain(),
                item.papers.to_string(),
                item.answers.to_string(),
                item.difficulty.to_string(),
                item.discrimination.map(|it| it.to_string()).unwrap_or_default(),
                part.to_owned(),
                answer.to_owned(),
                if is_key { t.right_answer.to_owned() } else { String::new() },
                count,
            ]);
        };
        for part in &item.parts {
            let words = part_words(question, &part.id);
            if part.choices.is_empty() {
                add(&words, "", false, part.right.to_string());
                continue;
            }
            for chosen in &part.choices {
                let answer = choice_words(question, &chosen.id);
                add(&words, &answer, chosen.is_key, chosen.count.to_string());
            }
            if part.left > 0 {
                add(&words, t.no_answer, false, part.left.to_string());
            }
        }
        if item.parts.is_empty() {
            add("", "", false, String::new());
        }
    }
    write_rows(&rows)
}

/// What a part of an item is called; nothing for the whole of it.
fn part_words(question: &Question<'_>, id: &str) -> String {
    let t = of_quiz();
    let number = || id.parse::<usize>().ok();
    // A colon follows.
    let words = |text: Option<&Text<'_>>| {
        text.map(|it| it.plain().trim_end_matches('.').to_owned()).unwrap_or_default()
    };
    match &question.task {
        Task::Order { .. } => number().map(|at| (t.place)(at + 1)).unwrap_or_default(),
        Task::WordBank { .. } => number().map(|at| (t.blank)(at + 1)).unwrap_or_default(),
        Task::Match { pairs } => words(pairs.iter().find(|it| it.id.0 == id).map(|it| &it.text)),
        Task::WeighSources { sources } => {
            words(sources.iter().find(|it| it.id.0 == id).map(|it| &it.text))
        }
        Task::Open { rubric } => words(number().and_then(|at| rubric.get(at))),
        Task::ChooseOne { .. }
        | Task::ChooseSeveral { .. }
        | Task::FindOnMap { .. }
        | Task::Estimate { .. } => String::new(),
    }
}

/// What an answer to an item, or to a part of it, is called.
fn choice_words(question: &Question<'_>, id: &str) -> String {
    let of = |options: &[Choice<'_>]| {
        options.iter().find(|it| it.id.0 == id).map(|it| it.text.plain()).unwrap_or_default()
    };
    match &question.task {
        Task::ChooseOne { options, .. }
        | Task::ChooseSeveral { options, .. }
        | Task::Order { options, .. }
        | Task::WordBank { options, .. } => of(options),
        Task::Match { pairs } => {
            let pair = pairs.iter().find(|it| it.id.0 == id);
            pair.map(|it| it.partner.plain()).unwrap_or_default()
        }
        Task::WeighSources { .. } => {
            let bearing = Bearing::ALL.into_iter().find(|it| it.slug() == id);
            bearing.map_or("", of_quiz().bearing).to_owned()
        }
        Task::FindOnMap { .. } => story().groups.get(id).map_or(id, |it| it.short).to_owned(),
        Task::Estimate { .. } | Task::Open { .. } => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quiz::desk::read_rows;
    use quiz::{Analysis, Answer, Sheet, Told, key};
    use story::Segment;

    /// What a class of three says: all right, all by the first distractor of each, and nothing.
    fn class() -> Vec<ItemAnalysis<'static>> {
        let all = questions().unwrap();
        let mut analysis = Analysis::default();
        for student in 0..3 {
            let told: Vec<Option<Told>> = all
                .iter()
                .map(|question| match (student, key(&question.task)) {
                    (2, _) => None,
                    (1, Answer::One(right)) => {
                        let others: Vec<String> = match &question.task {
                            Task::ChooseOne { options, .. } => {
                                options.iter().map(|it| it.id.0.to_owned()).collect()
                            }
                            _ => story().groups.iter().map(|it| it.id.0.to_owned()).collect(),
                        };
                        others.into_iter().find(|it| *it != right).map(Answer::One)
                    }
                    (1, Answer::Pairs(pairs)) => {
                        // Each gets what belongs to the one after it.
                        let after = pairs.iter().skip(1).chain(&pairs).map(|it| it.1.clone());
                        let to = pairs.iter().map(|it| it.0.clone());
                        Some(Answer::Pairs(to.zip(after).collect()))
                    }
                    (_, right) => Some(right),
                })
                .map(|it| it.map(Told::Answer))
                .collect();
            let items = all.iter().zip(told.iter().map(Option::as_ref)).collect();
            analysis.add(&Sheet { items });
        }
        analysis.finish()
    }

    #[test]
    fn every_part_and_every_choice_of_every_question_has_words() {
        for (item, question) in with_questions(&class()) {
            let is_estimate = matches!(question.task, Task::Estimate { .. });
            assert_eq!(item.parts.is_empty(), is_estimate, "{}", item.id);
            for part in &item.parts {
                let words = part_words(question, &part.id);
                assert_eq!(words.is_empty(), part.id.is_empty(), "{}: {}", item.id, part.id);
                for chosen in &part.choices {
                    assert!(!choice_words(question, &chosen.id).is_empty(), "{}", item.id);
                }
            }
            assert_eq!(part_words(question, "no such part"), "");
        }
    }

    #[test]
    fn what_is_right_is_told_in_words_and_every_choice_has_its_count() {
        let items = class();
        for (item, question) in with_questions(&items) {
            let mut out = String::new();
            markup(std::slice::from_ref(item), &mut out);
            let rows = out.matches("<tr>").count() - out.matches("<thead>").count();
            match item.parts.as_slice() {
                [] => assert_eq!(rows, 0),
                [whole] if whole.id.is_empty() => {
                    assert_eq!(rows, whole.choices.len() + 1, "{}", item.id);
                    let keys = whole.choices.iter().filter(|it| it.is_key).count();
                    assert_eq!(out.matches(of_quiz().right_answer).count(), keys, "{}", item.id);
                }
                parts => assert_eq!(rows, parts.len(), "{}", item.id),
            }
            let is_hard = item.difficulty < 50 && !item.parts.is_empty();
            assert_eq!(out.contains("\"chosen\" open>"), is_hard, "{}", question.id);
        }
    }

    #[test]
    fn the_table_has_a_row_for_each_choice() {
        let items = class();
        let rows = read_rows(&write_csv(&items));
        let (_, heads) = &rows[0];
        assert_eq!(heads.len(), 10);
        let expected: usize = items
            .iter()
            .map(|item| match item.parts.as_slice() {
                [] => 1,
                parts => parts.iter().map(|it| (it.choices.len() + 1).max(1)).sum(),
            })
            .sum();
        let open: usize = with_questions(&items)
            .filter(|(_, it)| matches!(it.task, Task::Open { .. }))
            .map(|(item, _)| item.parts.len())
            .sum();
        // Those of a rubric have no choice but to be found, and nothing that stands for a gap.
        assert_eq!(rows.len() - 1 - open, expected - open);
        assert!(rows.iter().all(|(_, row)| row.len() == 10));
    }

    #[test]
    fn blanks_are_numbered_as_on_the_screen() {
        let is_bank = |it: &&Question<'_>| matches!(it.task, Task::WordBank { .. });
        let question = questions().unwrap().iter().find(is_bank).unwrap();
        let Task::WordBank { text, .. } = &question.task else { return };
        let blanks = text.iter().filter(|it| matches!(it, Segment::Blank(_))).count();
        assert_eq!(part_words(question, &(blanks - 1).to_string()), format!("Blank {blanks}"));
    }
}
