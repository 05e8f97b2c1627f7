//! Sources in the styles that schools ask for: Chicago (notes), MLA 9, APA 7. On the building machine.
//!
//! Titles keep their capitals, since nothing here knows which words of them are names; and nothing
//! says when an address was last visited, since that is the reader's to say.

use super::citation::is_exact;
use super::template::{BETWEEN, Parts, Run, template, without_scheme};
use crate::i18n::messages;
use story::date::{Moment, Part, Season};
use story::{HistoricalDate, Source, SourceKind};

/// A style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// The Chicago Manual's notes and bibliography, as a note.
    Chicago,
    /// The Modern Language Association's, ninth edition.
    Mla,
    /// The American Psychological Association's, seventh edition.
    Apa,
}

impl Style {
    /// All styles, in the order in which they are shown.
    pub(super) const ALL: [Self; 3] = [Self::Chicago, Self::Mla, Self::Apa];
}

/// A source in a style.
pub(super) fn cite(source: &Source<'_>, style: Style) -> Vec<Run> {
    let mut line = Line::default();
    match style {
        Style::Chicago => chicago(source, &mut line),
        Style::Mla => mla(source, &mut line),
        Style::Apa => apa(source, &mut line),
    }
    line.0
}

/// A source in all styles, as templates of what its line in the page says.
pub(super) fn templates(source: &Source<'_>) -> String {
    let date = date_in_line(source);
    let parts = parts(source, &date);
    let forms = Style::ALL.map(|style| {
        let letter = match style {
            Style::Chicago => 'd',
            Style::Mla => 'm',
            Style::Apa => 'a',
        };
        template(&cite(source, style), &parts, letter)
    });
    forms.join(&BETWEEN.to_string())
}

/// What the line of a source says.
fn parts<'a>(source: &Source<'a>, date: &'a str) -> Parts<'a> {
    Parts {
        title: source.title,
        container: source.container.unwrap_or_default(),
        publisher: source.publisher.filter(|it| Some(*it) != source.container).unwrap_or_default(),
        date,
        url: source.url.unwrap_or_default(),
    }
}

/// The date of a source, if its line has it in an element of its own, as it has exact ones.
fn date_in_line(source: &Source<'_>) -> String {
    if is_exact(source.date) { source.date.display(&messages().dates) } else { String::new() }
}

#[derive(Default)]
struct Line(Vec<Run>);

impl Line {
    fn push(&mut self, words: &str, italic: bool) {
        match self.0.last_mut() {
            Some((last, same)) if *same == italic => last.push_str(words),
            _ if words.is_empty() => {}
            _ => self.0.push((words.to_owned(), italic)),
        }
    }

    fn plain(&mut self, words: &str) {
        self.push(words, false);
    }

    /// Ends what stands there by a full stop, unless it ends by itself.
    fn stop(&mut self) {
        let end = self.0.last().map_or("", |(words, _)| words.as_str());
        if !end.trim_end_matches(['”', '’']).ends_with(['.', '?', '!']) {
            self.plain(".");
        }
    }
}

/// Whether it stands alone, as a book does.
fn stands_alone(source: &Source<'_>) -> bool {
    source.container.is_none()
}

/// Whether it is papers that an archive keeps, whose title is a description.
fn is_archival(source: &Source<'_>) -> bool {
    stands_alone(source)
        && source.publisher.is_some()
        && source.authors.is_empty()
        && matches!(source.kind, SourceKind::Primary | SourceKind::Reference)
}

/// The publisher, where it is to be named beside what the source stands in.
fn publisher<'a>(source: &Source<'a>) -> Option<&'a str> {
    source
        .publisher
        .filter(|it| Some(*it) != source.container && source.kind != SourceKind::Press)
        .or(source.publisher.filter(|_| stands_alone(source)))
}

fn chicago(source: &Source<'_>, line: &mut Line) {
    let authors: Vec<String> = source.authors.iter().map(|&it| it.to_owned()).collect();
    let authors = match authors.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [one, two, three] => format!("{one}, {two}, and {three}"),
        [one, ..] => format!("{one} et al."),
    };
    if !authors.is_empty() {
        line.plain(&authors);
        line.plain(", ");
    }
    let date = chicago_date(source.date);
    if !stands_alone(source) {
        line.plain(&quoted(source.title, ","));
        line.plain(" ");
        let italic = !matches!(source.kind, SourceKind::Reference | SourceKind::Primary);
        line.push(source.container.unwrap_or_default(), italic);
        for part in publisher(source).into_iter().chain([date.as_str()]) {
            line.plain(", ");
            line.plain(part);
        }
    } else if is_archival(source) {
        line.plain(source.title);
        for part in publisher(source).into_iter().chain([date.as_str()]) {
            line.plain(", ");
            line.plain(part);
        }
    } else {
        line.push(source.title, true);
        line.plain(" (");
        if let Some(publisher) = publisher(source) {
            line.plain(publisher);
            line.plain(", ");
        }
        line.plain(&date);
        line.plain(")");
    }
    if let Some(url) = source.url {
        line.plain(", ");
        line.plain(url);
    }
    line.stop();
}

fn mla(source: &Source<'_>, line: &mut Line) {
    let authors = match source.authors.as_slice() {
        [] => String::new(),
        [one] => inverted(one),
        [one, two] => format!("{}, and {two}", inverted(one)),
        [one, ..] => format!("{}, et al", inverted(one)),
    };
    if !authors.is_empty() {
        line.plain(&authors);
        line.stop();
        line.plain(" ");
    }
    if stands_alone(source) {
        line.push(source.title, !is_archival(source));
        line.stop();
    } else {
        line.plain(&quoted(source.title, "."));
    }
    let date = mla_date(source.date);
    let mut before = " ";
    for (part, italic) in [
        (source.container, true),
        (publisher(source), false),
        (date.as_deref(), false),
        (source.url.map(without_scheme), false),
    ] {
        if let Some(part) = part {
            line.plain(before);
            line.push(part, italic);
            before = ", ";
        }
    }
    line.stop();
}

fn apa(source: &Source<'_>, line: &mut Line) {
    let authors: Vec<String> = source.authors.iter().map(|name| initials(name)).collect();
    let authors = match authors.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{}, & {last}", all.join(", ")),
    };
    let title = |line: &mut Line| {
        // What stands in a newspaper or a book is plain, and that in italics; else the title is.
        let italic = stands_alone(source) || is_site(source);
        line.push(source.title, italic && !is_archival(source));
        line.stop();
    };
    if authors.is_empty() {
        title(line);
    } else {
        line.plain(&authors);
        line.stop();
    }
    line.plain(&format!(" ({}).", apa_date(source.date)));
    if !authors.is_empty() {
        line.plain(" ");
        title(line);
    }
    if let Some(container) = source.container {
        line.plain(" ");
        line.push(container, !is_site(source));
        line.stop();
    }
    if let Some(publisher) = publisher(source) {
        line.plain(" ");
        line.plain(publisher);
        line.stop();
    }
    if let Some(url) = source.url {
        line.plain(" ");
        line.plain(url);
    }
}

/// Whether what the source stands in is a site, an exhibition or a collection.
fn is_site(source: &Source<'_>) -> bool {
    !stands_alone(source) && matches!(source.kind, SourceKind::Reference | SourceKind::Primary)
}

/// A title between marks, with its own marks inside them, and a comma or full stop before the last.
fn quoted(title: &str, mark: &str) -> String {
    let inside = title.ends_with('”');
    let mut words = title.replace('“', "‘").replace('”', "’");
    if inside {
        words.pop();
    }
    // A title that ends by itself needs no full stop, but a comma it does.
    if mark == "," || !words.ends_with(['?', '!', '.']) {
        words.push_str(mark);
    }
    format!("“{words}{}”", if inside { "’" } else { "" })
}

/// A name as given name, family name and what follows it: "Jr.".
fn name_parts(name: &str) -> (String, String, Option<&str>) {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let suffix = match words.as_slice() {
        [_, .., last] if ["Jr.", "Sr.", "II", "III"].contains(last) => words.pop(),
        _ => None,
    };
    // Bodies are not turned round.
    if words.first() == Some(&"The") {
        return (String::new(), name.to_owned(), None);
    }
    // "van", "de": a family name begins at its first small letter.
    let small = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
    let family = words.iter().position(small).unwrap_or(words.len().saturating_sub(1));
    let (given, family) = words.split_at(family);
    let given = given.join(" ");
    (given, family.join(" ").trim_end_matches(',').to_owned(), suffix)
}

/// Family name first, as the first author of a list stands.
fn inverted(name: &str) -> String {
    let (given, family, suffix) = name_parts(name);
    let mut words = family;
    for part in [given.trim_end_matches(','), suffix.unwrap_or_default()] {
        if !part.is_empty() {
            words.push_str(", ");
            words.push_str(part);
        }
    }
    words
}

/// Family name, then initials.
fn initials(name: &str) -> String {
    let (given, family, suffix) = name_parts(name);
    let letters: Vec<String> = given
        .split_whitespace()
        .filter_map(|word| {
            let parts: Vec<String> = word
                .split('-')
                .filter_map(|part| part.chars().next().map(|first| format!("{first}.")))
                .collect();
            (!parts.is_empty()).then(|| parts.join("-"))
        })
        .collect();
    let mut words = family;
    for part in [letters.join(" ").as_str(), suffix.unwrap_or_default()] {
        if !part.is_empty() {
            words.push_str(", ");
            words.push_str(part);
        }
    }
    words
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const SHORT_MONTHS: [&str; 12] = [
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
];

fn name_of(months: &[&'static str; 12], month: u8) -> &'static str {
    usize::from(month).checked_sub(1).and_then(|at| months.get(at)).copied().unwrap_or_default()
}

fn name_of_season(season: Season) -> &'static str {
    match season {
        Season::Spring => "Spring",
        Season::Summer => "Summer",
        Season::Autumn => "Fall",
        Season::Winter => "Winter",
    }
}

/// A date by how a style writes a moment and "about"; none where it is not known.
fn date_by(date: HistoricalDate, moment: fn(Moment) -> String, about: &str) -> Option<String> {
    Some(match date {
        HistoricalDate::Unknown => return None,
        HistoricalDate::On(at) => moment(at),
        HistoricalDate::About(at) => format!("{about} {}", moment(at)),
        HistoricalDate::By(at) => format!("by {}", moment(at)),
        HistoricalDate::After(at) => format!("{} or later", moment(at)),
        HistoricalDate::Between(from, to) => {
            format!("between {} and {}", moment(from), moment(to))
        }
        HistoricalDate::Lasting(Moment { year, part: Part::Year }, to) if to.part == Part::Year => {
            format!("{year}–{}", to.year)
        }
        HistoricalDate::Lasting(from, to) => format!("{} – {}", moment(from), moment(to)),
    })
}

fn chicago_date(date: HistoricalDate) -> String {
    let moment = |at: Moment| match at.part {
        Part::Year => at.year.to_string(),
        Part::Season(season) => format!("{} {}", name_of_season(season), at.year),
        Part::Month(month) => format!("{} {}", name_of(&MONTHS, month), at.year),
        Part::Day(month, day) => format!("{} {day}, {}", name_of(&MONTHS, month), at.year),
    };
    date_by(date, moment, "ca.").unwrap_or_else(|| "n.d.".to_owned())
}

fn mla_date(date: HistoricalDate) -> Option<String> {
    let moment = |at: Moment| match at.part {
        Part::Year => at.year.to_string(),
        Part::Season(season) => format!("{} {}", name_of_season(season), at.year),
        Part::Month(month) => format!("{} {}", name_of(&SHORT_MONTHS, month), at.year),
        Part::Day(month, day) => format!("{day} {} {}", name_of(&SHORT_MONTHS, month), at.year),
    };
    date_by(date, moment, "circa")
}

fn apa_date(date: HistoricalDate) -> String {
    let moment = |at: Moment| match at.part {
        Part::Year => at.year.to_string(),
        Part::Season(season) => format!("{}, {}", at.year, name_of_season(season)),
        Part::Month(month) => format!("{}, {}", at.year, name_of(&MONTHS, month)),
        Part::Day(month, day) => format!("{}, {} {day}", at.year, name_of(&MONTHS, month)),
    };
    date_by(date, moment, "ca.").unwrap_or_else(|| "n.d.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;
    use story::SourceId;

    /// A source of a kind: authors parted by semicolons, what it stands in, who published it, when.
    fn source(
        kind: SourceKind,
        authors: &'static str,
        title: &'static str,
        [container, publisher, date, url]: [&'static str; 4],
    ) -> Source<'static> {
        let some = |text: &'static str| (!text.is_empty()).then_some(text);
        Source {
            id: SourceId("it"),
            kind,
            authors: authors.split("; ").filter(|it| !it.is_empty()).collect(),
            title,
            container: some(container),
            publisher: some(publisher),
            date: date.parse().unwrap(),
            url: some(url),
            consulted: "",
        }
    }

    /// The three forms, italics between underscores.
    fn forms(source: &Source<'_>) -> [String; 3] {
        Style::ALL.map(|style| {
            let runs = cite(source, style).into_iter();
            runs.map(|(words, italic)| if italic { format!("_{words}_") } else { words }).collect()
        })
    }

    #[test]
    fn an_article_in_a_newspaper() {
        let article = source(
            SourceKind::Press,
            "Bernard Gwertzman",
            "U.S. Assails Trial",
            ["The New York Times", "", "1978-07-15", "https://www.nytimes.com/a"],
        );
        assert_eq!(
            forms(&article),
            [
                "Bernard Gwertzman, “U.S. Assails Trial,” _The New York Times_, July 15, 1978, https://www.nytimes.com/a.",
                "Gwertzman, Bernard. “U.S. Assails Trial.” _The New York Times_, 15 July 1978, www.nytimes.com/a.",
                "Gwertzman, B. (1978, July 15). U.S. Assails Trial. _The New York Times_. https://www.nytimes.com/a",
            ]
        );
    }

    #[test]
    fn an_article_without_author_whose_title_ends_by_a_quotation() {
        let article = source(
            SourceKind::Press,
            "",
            "20,000 Say “Let My People Go!”",
            ["JTA Daily News Bulletin", "Jewish Telegraphic Agency", "1971-12-15", ""],
        );
        assert_eq!(
            forms(&article),
            [
                "“20,000 Say ‘Let My People Go!,’” _JTA Daily News Bulletin_, December 15, 1971.",
                "“20,000 Say ‘Let My People Go!’” _JTA Daily News Bulletin_, 15 Dec. 1971.",
                "20,000 Say “Let My People Go!” (1971, December 15). _JTA Daily News Bulletin_.",
            ]
        );
    }

    #[test]
    fn a_book() {
        let book = source(
            SourceKind::Scholarship,
            "Gal Beckerman",
            "When They Come for Us, We’ll Be Gone",
            ["", "Houghton Mifflin Harcourt", "2010", ""],
        );
        assert_eq!(
            forms(&book),
            [
                "Gal Beckerman, _When They Come for Us, We’ll Be Gone_ (Houghton Mifflin Harcourt, 2010).",
                "Beckerman, Gal. _When They Come for Us, We’ll Be Gone_. Houghton Mifflin Harcourt, 2010.",
                "Beckerman, G. (2010). _When They Come for Us, We’ll Be Gone_. Houghton Mifflin Harcourt.",
            ]
        );
    }

    #[test]
    fn a_book_by_several_and_by_many() {
        let book = |authors| {
            forms(&source(SourceKind::Scholarship, authors, "Title", ["", "Press", "1999", ""]))
        };
        assert_eq!(
            book("Ada B. Cole; Jean-Paul Dee"),
            [
                "Ada B. Cole and Jean-Paul Dee, _Title_ (Press, 1999).",
                "Cole, Ada B., and Jean-Paul Dee. _Title_. Press, 1999.",
                "Cole, A. B., & Dee, J.-P. (1999). _Title_. Press.",
            ]
        );
        assert_eq!(
            book("A. Fox; B. Gray; C. Hill; D. King"),
            [
                "A. Fox et al., _Title_ (Press, 1999).",
                "Fox, A., et al. _Title_. Press, 1999.",
                "Fox, A., Gray, B., Hill, C., & King, D. (1999). _Title_. Press.",
            ]
        );
    }

    #[test]
    fn a_page_of_a_site_without_date() {
        let page = source(
            SourceKind::Reference,
            "",
            "1981",
            ["HIAS myStory timeline", "HIAS", "XXXX", "http://mystory.hias.org/1981"],
        );
        assert_eq!(
            forms(&page),
            [
                "“1981,” HIAS myStory timeline, HIAS, n.d., http://mystory.hias.org/1981.",
                "“1981.” _HIAS myStory timeline_, HIAS, mystory.hias.org/1981.",
                "_1981_. (n.d.). HIAS myStory timeline. HIAS. http://mystory.hias.org/1981",
            ]
        );
    }

    #[test]
    fn papers_in_an_archive() {
        let papers = source(
            SourceKind::Reference,
            "",
            "Records of Action for Soviet Jewry (I-487)",
            ["", "American Jewish Historical Society", "XXXX", ""],
        );
        assert_eq!(
            forms(&papers),
            [
                "Records of Action for Soviet Jewry (I-487), American Jewish Historical Society, n.d.",
                "Records of Action for Soviet Jewry (I-487). American Jewish Historical Society.",
                "Records of Action for Soviet Jewry (I-487). (n.d.). American Jewish Historical Society.",
            ]
        );
    }

    #[test]
    fn a_thesis_stands_alone_as_a_book_does() {
        let thesis = source(
            SourceKind::Scholarship,
            "Joshua Newcomer",
            "Voices",
            ["", "Liberty University", "2014~", ""],
        );
        assert_eq!(
            forms(&thesis),
            [
                "Joshua Newcomer, _Voices_ (Liberty University, ca. 2014).",
                "Newcomer, Joshua. _Voices_. Liberty University, circa 2014.",
                "Newcomer, J. (ca. 2014). _Voices_. Liberty University.",
            ]
        );
    }

    #[test]
    fn names_are_turned_round_at_the_family_name() {
        assert_eq!(inverted("Annette van de Kamp-Wright"), "van de Kamp-Wright, Annette");
        assert_eq!(inverted("Martin Luther King, Jr."), "King, Martin Luther, Jr.");
        assert_eq!(initials("Martin Luther King, Jr."), "King, M. L., Jr.");
        assert_eq!(inverted("The Editors"), "The Editors");
        assert_eq!(initials("Smilovitsky"), "Smilovitsky");
        assert_eq!(inverted(""), "");
    }

    #[test]
    fn dates_are_as_exact_as_they_are_known() {
        let dates = |text: &str| {
            let date = text.parse().unwrap();
            [chicago_date(date), mla_date(date).unwrap_or_default(), apa_date(date)]
        };
        assert_eq!(dates("1974-09"), ["September 1974", "Sept. 1974", "1974, September"]);
        assert_eq!(dates("1974"), ["1974", "1974", "1974"]);
        assert_eq!(dates("1961-23"), ["Fall 1961", "Fall 1961", "1961, Fall"]);
        assert_eq!(dates("XXXX"), ["n.d.", "", "n.d."]);
        assert_eq!(dates("1960/1962")[0], "1960–1962");
        assert_eq!(dates("[1964..1971]")[0], "between 1964 and 1971");
        assert_eq!(dates("[..1976-02]")[1], "by Feb. 1976");
    }

    #[test]
    fn every_source_of_the_story_can_be_cited_in_every_style() {
        for source in &story().sources {
            for form in forms(source) {
                assert!(
                    !form.contains("..") && !form.contains("  ") && !form.contains(", ,"),
                    "{form}"
                );
            }
        }
    }

    #[test]
    fn templates_of_every_source_expand_to_its_forms() {
        use super::super::template::expand;
        for source in &story().sources {
            let (date, templates) = (date_in_line(source), templates(source));
            let parts = parts(source, &date);
            let expanded: Vec<_> =
                templates.split(BETWEEN).map(|template| expand(template, &parts)).collect();
            assert_eq!(expanded, Style::ALL.map(|style| cite(source, style)), "{}", source.id);
        }
    }
}
