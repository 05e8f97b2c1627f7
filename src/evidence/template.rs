//! Forms of a citation, written so that they are short beside the source that they are of.
//!
//! The title, what it stands in, the date and the address stand in the page already, once for each
//! source; a template has a sign in their place, so that most sources have the same. What the styles
//! ask for is worked out on the building machine (`styles`), and the browser only puts the parts in.

/// What stands in the page of a source.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Parts<'a> {
    /// The title.
    pub(super) title: &'a str,
    /// What it stands in; empty where it stands alone.
    pub(super) container: &'a str,
    /// Who published it; empty where the line does not say.
    pub(super) publisher: &'a str,
    /// The date as the line writes it; empty where it is not exact.
    pub(super) date: &'a str,
    /// The address of the original; empty where there is none.
    pub(super) url: &'a str,
}

/// Words, and whether they are in italics.
pub(super) type Run = (String, bool);

/// Parts the forms of the styles.
pub(super) const BETWEEN: char = '¦';

/// Begins and ends italics.
const ITALICS: char = '¬';

/// Stands before the letter of a part.
const PART: char = '¤';

/// The part of a letter.
fn part(parts: &Parts<'_>, letter: char) -> String {
    match letter {
        't' => parts.title.to_owned(),
        'q' => parts.title.chars().map(inner_mark).collect(),
        'c' => parts.container.to_owned(),
        'p' => parts.publisher.to_owned(),
        'u' => parts.url.to_owned(),
        'v' => without_scheme(parts.url).to_owned(),
        'd' => parts.date.to_owned(),
        'm' => day_first(parts.date),
        'a' => year_first(parts.date),
        _ => String::new(),
    }
}

/// Quotation marks of a title, as they stand inside others.
fn inner_mark(letter: char) -> char {
    match letter {
        '“' => '‘',
        '”' => '’',
        letter => letter,
    }
}

/// A template with its parts put in.
pub(super) fn expand(template: &str, parts: &Parts<'_>) -> Vec<Run> {
    let mut runs = vec![(String::new(), false)];
    let mut letters = template.chars();
    while let Some(letter) = letters.next() {
        let Some((words, italic)) = runs.last_mut() else { break };
        match letter {
            ITALICS => {
                let italic = !*italic;
                runs.push((String::new(), italic));
            }
            PART => words.push_str(&part(parts, letters.next().unwrap_or_default())),
            _ => words.push(letter),
        }
    }
    runs.retain(|(words, _)| !words.is_empty());
    runs
}

/// The template of a form whose date is that of a letter: the longest parts are taken out first.
pub(super) fn template(runs: &[Run], parts: &Parts<'_>, date: char) -> String {
    let mut template = String::new();
    for (words, italic) in runs {
        let mut words = words.clone();
        for letter in ['u', 'v', 't', 'q', 'c', 'p', date] {
            let part = part(parts, letter);
            if !part.is_empty() {
                words = words.replace(&part, &format!("{PART}{letter}"));
            }
        }
        if *italic {
            words = format!("{ITALICS}{words}{ITALICS}");
        }
        template.push_str(&words);
    }
    template
}

/// An address without what every address begins with.
pub(super) fn without_scheme(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest)
}

/// "15 Dec. 1971", of "December 15, 1971".
fn day_first(date: &str) -> String {
    let words: Vec<&str> = date.split(' ').collect();
    let mut out = String::new();
    let (month, year) = match words.as_slice() {
        [month, day, year] => {
            out.push_str(day.trim_end_matches(','));
            out.push(' ');
            (month, year)
        }
        [month, year] => (month, year),
        _ => return date.to_owned(),
    };
    // Short names are whole, and one has four letters.
    match month.get(..if *month == "September" { 4 } else { 3 }) {
        Some(short) if month.len() > 4 => {
            out.push_str(short);
            out.push('.');
        }
        _ => out.push_str(month),
    }
    out.push(' ');
    out.push_str(year);
    out
}

/// "1971, December 15", of "December 15, 1971".
fn year_first(date: &str) -> String {
    let Some((rest, year)) = date.rsplit_once(' ') else { return date.to_owned() };
    let mut out = year.to_owned();
    out.push_str(", ");
    out.push_str(rest.trim_end_matches(','));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_are_turned_round() {
        for (date, day, year) in [
            ("December 15, 1971", "15 Dec. 1971", "1971, December 15"),
            ("September 1974", "Sept. 1974", "1974, September"),
            ("May 1, 1964", "1 May 1964", "1964, May 1"),
            ("July 1964", "July 1964", "1964, July"),
            ("1964", "1964", "1964"),
            ("", "", ""),
        ] {
            assert_eq!((day_first(date), year_first(date)), (day.to_owned(), year.to_owned()));
        }
    }

    #[test]
    fn a_template_has_signs_for_what_the_page_says_already() {
        let parts = Parts {
            title: "A Title",
            container: "A Paper",
            date: "May 1, 1964",
            url: "https://a.example/b",
            ..Parts::default()
        };
        let runs = [
            ("“A Title.” ".to_owned(), false),
            ("A Paper".to_owned(), true),
            (", 1 May 1964, a.example/b.".to_owned(), false),
        ];
        let template = template(&runs, &parts, 'm');
        assert_eq!(template, "“¤t.” ¬¤c¬, ¤m, ¤v.");
        assert_eq!(expand(&template, &parts), runs);
    }

    proptest! {
        #[test]
        fn anything_expands_without_a_panic(template in "[¤¬¦tqcpudmav \\PC]{0,24}", date in "\\PC{0,20}") {
            let _ = expand(&template, &Parts { date: &date, ..Parts::default() });
        }
    }
}
