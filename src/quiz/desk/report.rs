//! What a class handed in, as markup, in parts that are short enough to be made one at a time.

use super::{Read, SUMMARY, chosen};
use crate::i18n::{of_quiz, of_sheets};
use crate::quiz::results::{heads, passages, share};
use crate::widgets::put;
use quiz::{Desk, Entry, passages_to_reteach};

/// So many lines stand in one list of what was wrong: one that is out of the window is not laid out.
const TOGETHER: usize = 60;

/// So many results stand in one table. A class has fewer; of a school each table is laid out by itself,
/// and those out of the window are not.
const ROWS: usize = 200;

/// A part of the report.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// How much was read, and what was wrong.
    Problems,
    /// Results from this one on.
    Results(usize),
    /// What the results say of the questions.
    Items,
}

impl Part {
    /// The part that comes after this one; none after the last.
    pub(super) fn after(self, read: &Read) -> Option<Self> {
        let count = read.desk.entries.len();
        match self {
            Self::Problems => (count > 0).then_some(Self::Results(0)),
            Self::Results(from) if from + ROWS < count => Some(Self::Results(from + ROWS)),
            Self::Results(_) => Some(Self::Items),
            Self::Items => None,
        }
    }

    /// How much of the report stands before it, in percent.
    pub(super) fn percent(self, read: &Read) -> usize {
        match self {
            Self::Problems => 0,
            Self::Results(from) => (from * 100).checked_div(read.desk.entries.len()).unwrap_or(0),
            Self::Items => 100,
        }
    }

    /// Adds it.
    pub(super) fn markup(self, read: &Read, out: &mut String) {
        match self {
            Self::Problems => problems(&read.desk, out),
            Self::Results(from) => results(&read.desk, from, out),
            Self::Items => items(read, out),
        }
    }
}

fn problems(desk: &Desk, out: &mut String) {
    let t = of_quiz();
    put(
        out,
        &["<h3 tabindex=\"-1\" id=\"", "\">", "</h3>"],
        &[SUMMARY, &(t.desk_read)(desk.entries.len(), desk.problems.len())],
    );
    // Thousands of them would stand between the reader and the results.
    let are_many = desk.problems.len() > TOGETHER;
    if are_many {
        let open = ["<details class=\"chosen\"><summary>", " (", ")</summary>"];
        put(out, &open, &[t.problems, &desk.problems.len().to_string()]);
    } else if !desk.problems.is_empty() {
        put(out, &["<h3>", "</h3>"], &[t.problems]);
    }
    for problems in desk.problems.chunks(TOGETHER) {
        out.push_str("<ul class=\"together\">");
        for problem in problems {
            let line = (t.problem)(problem.line, problem.reason);
            put(
                out,
                &["<li>", " <span class=\"instruction\">", "</span></li>"],
                &[&line, &problem.text],
            );
        }
        out.push_str("</ul>");
    }
    if are_many {
        out.push_str("</details>");
    }
}

/// Adds the beginning of a table, up to its first row.
pub(super) fn head(out: &mut String, caption: &str, columns: &[&str]) {
    put(
        out,
        &["<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"", "\">"],
        &[caption],
    );
    put(out, &["<table class=\"sums\"><caption>", "</caption>"], &[caption]);
    heads(out, columns);
}

fn results(desk: &Desk, from: usize, out: &mut String) {
    let t = of_quiz();
    let paper = desk.entries.first().map(|it| it.result.paper);
    // A class that has one paper needs no column for it.
    let has_papers = desk.entries.iter().any(|it| Some(it.result.paper) != paper);
    let mut columns = t.class_columns.to_vec();
    if has_papers {
        columns.insert(columns.len().saturating_sub(1), t.paper_column);
    }
    let rest = desk.entries.get(from..).unwrap_or_default();
    let entries = rest.get(..ROWS).unwrap_or(rest);
    let caption = match (from, rest.len()) {
        (0, ..=ROWS) => t.class_results.to_owned(),
        _ => (t.results_from_to)(from + 1, from + entries.len()),
    };
    head(out, &caption, &columns);
    out.push_str("<tbody>");
    entries.iter().for_each(|entry| row(entry, has_papers, out));
    out.push_str("</tbody></table></div>");
}

fn row(entry: &Entry, has_papers: bool, out: &mut String) {
    let of = |sum: &quiz::Sum| match sum.items {
        0 => String::new(),
        _ => share(sum.points, sum.out_of),
    };
    put(out, &["<tr><th scope=\"row\">", "</th>"], &[&entry.result.who.text()]);
    for cell in [
        of(&entry.all),
        entry.all.percent().to_string(),
        of(&entry.by_reader),
        entry.result.minutes.to_string(),
    ] {
        put(out, &["<td>", "</td>"], &[&cell]);
    }
    if has_papers {
        put(out, &["<td class=\"code\">", "</td>"], &[&entry.result.paper.write()]);
    }
    put(out, &["<td>", "</td></tr>"], &[&entry.beside]);
}

fn items(read: &Read, out: &mut String) {
    let t = of_quiz();
    let saves = [
        "<p class=\"item-actions\"><button type=\"button\" data-do=\"save-table\">",
        "</button><button type=\"button\" data-do=\"save-json\">",
        "</button><button type=\"button\" data-do=\"student-sheets\">",
        "</button></p>",
    ];
    put(out, &saves, &[t.save_table, t.save_json, of_sheets().each_student]);
    chosen::table(&read.items, out);
    let again = passages_to_reteach(&read.items);
    passages(out, t.reteach, again.into_iter().map(|(passage, _)| passage));
    chosen::markup(&read.items, out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use quiz::{Blueprint, Mix, PaperCode, Problem, Reason, ResultCode, Sum, Who};

    fn entry(at: usize, seed: u32) -> Entry {
        let blueprint = Blueprint { chapters: 0, kinds: 0, count: 1, mix: Mix::Any };
        let paper = PaperCode { blueprint, seed, edition: 1 };
        let who = Who::Number(at as u16 + 1);
        Entry {
            line: at + 1,
            result: ResultCode { paper, who, minutes: 0, told: Vec::new() },
            code: String::new(),
            beside: "R&D".to_owned(),
            all: Sum::default(),
            by_reader: Sum::default(),
        }
    }

    fn report(entries: Vec<Entry>, problems: usize) -> String {
        let problem =
            |at: usize| Problem { line: at + 1, reason: Reason::NoCode, text: "<b>".to_owned() };
        let problems = (0..problems).map(problem).collect();
        let read = Read { desk: Desk { entries, problems }, items: Vec::new() };
        let mut out = String::new();
        let mut part = Some(Part::Problems);
        let mut percent = 0;
        while let Some(it) = part {
            it.markup(&read, &mut out);
            assert!((percent..=100).contains(&it.percent(&read)));
            percent = it.percent(&read);
            part = it.after(&read);
        }
        out
    }

    #[test]
    fn each_result_stands_in_one_table() {
        for (count, tables) in [(0, 0), (1, 1), (200, 1), (201, 2), (1000, 5)] {
            let out = report((0..count).map(|at| entry(at, 1)).collect(), 1);
            assert_eq!(out.matches("<th scope=\"row\">").count(), count);
            // And one of the questions.
            assert_eq!(out.matches("<table").count(), tables + usize::from(count > 0));
            assert_eq!(out.matches("R&amp;D").count(), count);
            assert!(out.contains("&lt;b>"));
        }
    }

    #[test]
    fn papers_are_named_where_there_are_several() {
        let one = report(vec![entry(0, 1), entry(1, 1)], 0);
        assert!(!one.contains(of_quiz().paper_column));
        let two = report(vec![entry(0, 1), entry(1, 2)], 0);
        let code = entry(1, 2).result.paper.write();
        assert_eq!(
            (two.matches(of_quiz().paper_column).count(), two.matches(&code).count()),
            (1, 1)
        );
    }

    #[test]
    fn many_problems_are_folded() {
        assert!(!report(Vec::new(), 60).contains("<details"));
        let many = report(Vec::new(), 61);
        assert_eq!((many.matches("<details").count(), many.matches("<li>").count()), (1, 61));
    }
}
