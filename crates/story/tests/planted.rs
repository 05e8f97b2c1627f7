//! One mistake at a time, planted in a story that has none: each is told, where it stands, with
//! the words at fault, and nothing else is.

#![cfg(feature = "author")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use common::{line_of, mistakes, text, tiny};

/// Replaces `from` by `to` in a file, and expects one mistake, in the line where `at` then stands
/// (the first, when empty), of the words `found`, whose remedy holds `remedy`.
#[track_caller]
fn planted(file: &str, from: &str, to: &str, at: &str, found: &str, remedy: &str) {
    planted_many(file, from, to, &[(at, found, remedy)]);
}

#[track_caller]
fn planted_many(file: &str, from: &str, to: &str, expected: &[(&str, &str, &str)]) {
    let mut files = tiny();
    let before = text(&files, file);
    assert!(before.contains(from), "{from:?} stands in {file}");
    let after = before.replacen(from, to, 1);
    files.insert(file, after.as_bytes());
    let told = mistakes(&files);
    let all: Vec<String> = told.iter().map(ToString::to_string).collect();
    for (at, found, remedy) in expected {
        let line = if at.is_empty() { 1 } else { line_of(&after, at) };
        let hit = told.iter().any(|mistake| {
            mistake.file.to_str() == Some(file)
                && mistake.line == line
                && mistake.found == *found
                && mistake.expected.contains(remedy)
        });
        assert!(hit, "{file}:{line}: `{found}` … {remedy}\nis not among\n{all:#?}");
    }
    assert_eq!(told.len(), expected.len(), "{all:#?}");
}

const EVIDENCE: &str = "records/evidence.toml";
const PEOPLE: &str = "records/people.toml";
const QUESTIONS: &str = "questions.toml";
const FULL: &str = "chapters/the-vote.md";
const EASY: &str = "chapters/the-vote.easy.md";

#[test]
fn nothing_planted_nothing_told() {
    assert_eq!(mistakes(&tiny()), []);
}

#[test]
fn a_passage_may_tell_of_what_came_before_the_time_strip() {
    let mut files = tiny();
    let chapter = text(&files, FULL).replace("years = \"1973/1975\"", "years = \"1950/1975\"");
    files.insert(FULL, chapter.replace("when=1974-03-02", "when=1951").as_bytes());
    assert_eq!(mistakes(&files), []);
}

#[test]
fn a_number_or_a_quotation_leads_to_a_claim() {
    let remedy = "a claim or source in this sentence";
    let sentence = "Forty came.";
    planted(
        FULL,
        "It is the **only**",
        &format!("{sentence} It is the **only**"),
        sentence,
        sentence,
        remedy,
    );
    planted(
        EASY,
        "The books could stay.",
        "The 900 books could stay.",
        "The 900",
        "The 900 books could stay.",
        remedy,
    );
    let accounts = [
        (
            "account = \"They met",
            "account = \"In 1974 they met",
            "In 1974 they met because of the letter, and went on meeting.",
        ),
        ("action = \"Voted.\"", "action = \"Voted 5 times.\"", "Voted 5 times."),
        ("account = \"He signed", "account = \"He first signed", "He first signed the letter."),
        (
            "meaning = \"The list of",
            "meaning = \"“Books”: the list of",
            "“Books”: the list of what is paid and received.",
        ),
        ("account = \"It was short.\"", "account = \"It was 3 lines.\"", "It was 3 lines."),
    ];
    for (from, to, found) in accounts {
        planted(PEOPLE, from, to, to, found, remedy);
    }
    let panel = "easy = \"They had [closed](source:gazette) theirs.\"";
    planted(
        FULL,
        panel,
        "easy = \"They closed in 1973.\"",
        "They closed in",
        "They closed in 1973.",
        remedy,
    );
}

#[test]
fn a_table_says_what_it_counts() {
    let caption = "emigration_caption = \"People who moved away, by year\"\n";
    planted("story.toml", caption, "", "", "", "`emigration_caption`");
}

#[test]
fn a_panel_is_as_easy_as_its_chapter() {
    let mut files = tiny();
    let easy = "They had [closed](source:gazette) theirs.";
    let hard = "Administrative consolidation necessitated institutional discontinuation.";
    let chapter = text(&files, FULL).replace(easy, &format!("{hard} {hard}"));
    files.insert(FULL, chapter.as_bytes());
    let told = mistakes(&files);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(told[0].file.to_str(), Some(EASY));
    assert!(told[0].expected.contains(hard), "{told:#?}");
}

#[test]
fn sources_agree_only_where_there_are_two() {
    planted(
        EVIDENCE,
        "  { source = \"gazette\", says = \"Prints the *first* lines of the letter.\" },\n",
        "",
        "id = \"letter-date\"",
        "letter-date",
        "a second source",
    );
}

#[test]
fn general_knowledge_gives_its_reason() {
    planted(
        FULL,
        "(general \"They are listed here\")",
        "(general)",
        "(general)",
        "[three](general)",
        "a reason",
    );
}

#[test]
fn an_id_stands_once() {
    planted(
        PEOPLE,
        "[[term]]",
        "[[term]]\nid = \"accounts\"\nterm = \"b\"\nmeaning = \"c\"\n\n[[term]] # second",
        "id = \"accounts\"\nterm = \"accounts\"",
        "accounts",
        "the term at records/people.toml:53",
    );
}

#[test]
fn an_id_is_plain() {
    let id = "id = \"letter\"\ntitle";
    planted(PEOPLE, id, "id = \"The_Letter\"\ntitle", "The_Letter", "The_Letter", "lower-case");
    let listed = "people = [\"marsh\"]\naction";
    planted(PEOPLE, listed, "people = [\"Marsh\"]\naction", "Marsh\"]", "Marsh", "lower-case");
}

#[test]
fn a_reference_leads_somewhere() {
    let cases = [
        (
            EVIDENCE,
            "source = \"marsh-memoir\", says = \"R",
            "source = \"mars-memoir\", says = \"R",
            "mars-memoir",
            "`marsh-memoir`?",
        ),
        (PEOPLE, "people = [\"marsh\"]", "people = [\"nobody\"]", "nobody", "id of a person"),
        (PEOPLE, "group = \"council\"", "group = \"councill\"", "councill", "`council`?"),
        (
            PEOPLE,
            "claims = [\"marsh-spoke\"]",
            "claims = [\"marsh-sings\"]",
            "marsh-sings",
            "claim",
        ),
        (PEOPLE, "themes = [\"street\"]", "themes = [\"streets\"]", "streets", "`street`?"),
        (PEOPLE, "groups = [\"council\", ", "groups = [\"clouncil\", ", "clouncil", "`council`?"),
        (PEOPLE, "source = \"minutes\"", "source = \"minute\"", "minute", "`minutes`?"),
        (PEOPLE, "aloud](claim:marsh-spoke)", "aloud](claim:marsh)", "marsh", "claim"),
        (
            QUESTIONS,
            "claim = \"letter-date\"",
            "claim = \"letter-data\"",
            "letter-data",
            "`letter-date`?",
        ),
        (QUESTIONS, "group = \"friends\"", "group = \"frends\"", "frends", "`friends`?"),
        (QUESTIONS, "the-vote/letter", "the-vote/later", "the-vote/later", "`the-vote/letter`?"),
        (QUESTIONS, "[vote](event:vote)", "[vote](event:votes)", "votes", "`vote`?"),
        (QUESTIONS, "source = \"gazette\"", "source = \"gazete\"", "gazete", "`gazette`?"),
        (FULL, "(term:accounts)", "(term:account)", "account", "`accounts`?"),
        (FULL, "(source:minutes)", "(source:hours)", "hours", "source"),
        (
            FULL,
            "(passage:the-vote/letter)",
            "(passage:the-vote/lettre)",
            "the-vote/lettre",
            "letter",
        ),
        (FULL, "(passage:the-vote)", "(passage:a-vote)", "a-vote", "chapter"),
        (FULL, "groups=council", "groups=counsel", "counsel", "group"),
        (FULL, "people=hale", "people=hall", "hall", "`hale`?"),
        (EASY, "(person:marsh)", "(person:march)", "march", "`marsh`?"),
    ];
    for (file, from, to, found, remedy) in cases {
        planted(file, from, to, to, found, remedy);
    }
}

#[test]
fn a_reference_in_a_text_of_many_lines_has_its_line() {
    let line = "[the minutes](source:minutes) keep";
    planted(EVIDENCE, line, "[them](source:min) keep", "(source:min)", "min", "source");
    // Escapes are resolved while reading; the line is right all the same.
    let escaped = "\\u00e9 [them](source:min) keep";
    planted(EVIDENCE, line, escaped, "(source:min)", "min", "source");
}

#[test]
fn a_list_names_each_thing_once() {
    let twice = "people = [\"marsh\", \"marsh\"]";
    planted(PEOPLE, "people = [\"marsh\"]", twice, twice, "marsh", "each person once");
}

#[test]
fn dates() {
    let spring = "date = \"spring 1974\"";
    planted(EVIDENCE, "date = \"1974-22\"", spring, spring, "spring 1974", "not a date");
    let june = "date = \"1974-06-31\"";
    planted(EVIDENCE, "date = \"1974-06-20\"", june, june, "1974-06-31", "no such day");
    let back = "date = \"1974/1973\"";
    planted(PEOPLE, "date = \"1974-06-20\"", back, back, "1974/1973", "end lies before");
    let bare = "date = 1974-06-20";
    planted(PEOPLE, "date = \"1974-06-20\"", bare, bare, "1974-06-20", "text in quotes");
    let ended = "ended = \"1974-03-01\"";
    planted(PEOPLE, "ended = \"..\"", ended, ended, "1974-03-01", "founded");
    planted(PEOPLE, "died = \"1999\"", "died = \"1930\"", "died = \"1930\"", "1930", "born");
    let goes_on = "died = \"..\"";
    planted(PEOPLE, "died = \"1999\"", goes_on, goes_on, "..", "not a date");
}

#[test]
fn dates_of_passages_and_chapters() {
    let heading = "## The letter {#letter when=1979 people=hale}";
    let before = "## The letter {#letter when=1974-03-02 people=hale}";
    planted(FULL, before, heading, heading, "1979", "years of the chapter");
    let heading = "## The letter {#letter when=March people=hale}";
    planted(FULL, before, heading, heading, "March", "not a date");
    let heading = "## The letter {#letter people=hale}";
    planted(FULL, before, heading, heading, heading, "when=");
    let years = "years = \"1950/1952\"";
    planted_many(
        FULL,
        "years = \"1973/1975\"",
        years,
        &[
            (years, "1950/1952", "those of the story"),
            ("{#letter", "1974-03-02", "years of the chapter"),
            ("{#count", "1974-22/1975-01", "years of the chapter"),
        ],
    );
}

#[test]
fn positions() {
    let far = "latitude = 41.3";
    planted(PEOPLE, "latitude = 51.3", far, far, "41.3, 1", "Great Britain");
    let west = "longitude = -9.5";
    planted(
        PEOPLE,
        "longitude = 1\n",
        &format!("{west}\n"),
        "latitude = 51.3",
        "51.3, -9.5",
        "Great",
    );
    let comma = "latitude = \"51,3\"";
    planted(PEOPLE, "latitude = 51.3", comma, comma, "51,3", "a number in degrees");
    planted(
        PEOPLE,
        "longitude = 1.0\nthemes",
        "themes",
        "latitude = 51.3\nthemes",
        "51.3",
        "both latitude and longitude",
    );
    let nowhere = "date = \"1974-06-20\"\nlatitude";
    planted(
        PEOPLE,
        "date = \"1974-06-20\"\nplace = \"Lower Ash\"\nlatitude",
        nowhere,
        "latitude = 51.3\nlongitude = 1.0\n",
        "51.3",
        "a `place`",
    );
}

#[test]
fn swapped_coordinates_are_recognized() {
    planted_many(
        PEOPLE,
        "latitude = 51.3\nlongitude = 1\n",
        "latitude = 1\nlongitude = 51.3\n",
        &[("latitude = 1\n", "1, 51.3", "the other way round")],
    );
}

#[test]
fn claims_and_their_sources() {
    planted(
        EVIDENCE,
        "support = [{ source = \"marsh-memoir\", says = \"Remembers forty names.\" }]",
        "",
        "id = \"signatures\"",
        "signatures",
        "at least one source",
    );
    planted(
        EVIDENCE,
        "dissent = [{ source = \"gazette\", says = \"Counts four hundred.\" }]",
        "",
        "id = \"signatures\"",
        "signatures",
        "`dissent`",
    );
    planted(
        EVIDENCE,
        "status = \"disputed\"",
        "status = \"agreed\"",
        "id = \"signatures\"",
        "signatures",
        "disputed",
    );
    let empty = "says = \"\"";
    planted(EVIDENCE, "says = \"Counts four hundred.\"", empty, empty, "\"\"", "a text");
}

#[test]
fn fields() {
    let typo = "statment = \"Forty people signed.\"";
    let right = "statement = \"Forty people signed.\"";
    planted(EVIDENCE, right, typo, typo, "statment", "did you mean `statement`?");
    planted(EVIDENCE, right, "", "[[claim]]\nid = \"sign", "[[claim]]", "the field `statement`");
    let more = "statement = \"Forty people signed.\"\nweight = 3";
    planted(EVIDENCE, right, more, "weight", "weight", "id, statement, status");
    let status = "status = \"contested\"";
    planted(EVIDENCE, "status = \"disputed\"", status, status, "contested", "`disputed`");
    let kind = "kind = \"club\"";
    planted(PEOPLE, "kind = \"grassroots\"", kind, kind, "club", "`grassroots`");
    let number = "title = 5";
    planted(EVIDENCE, "title = \"Shelves\"", number, number, "5", "text in quotes");
    let nested = "{ source = \"gazette\", sayz = \"Counts four hundred.\" }";
    let right = "{ source = \"gazette\", says = \"Counts four hundred.\" }";
    planted(EVIDENCE, right, nested, nested, "sayz", "`says`");
    let lacking = "{ source = \"gazette\" }";
    planted(EVIDENCE, right, lacking, lacking, lacking, "the field `says`");
    planted(PEOPLE, "[[term]]", "[[therm]]", "[[therm]]", "therm", "did you mean `term`?");
}

#[test]
fn a_table_needs_double_brackets() {
    planted(PEOPLE, "[[term]]", "[term]", "[term]", "[term]", "[[term]] in double brackets");
}

#[test]
fn names_and_titles() {
    planted(PEOPLE, "short = \"Friends\"", "short = \" \"", "short = \" \"", "\" \"", "words");
    let spaced = "name = \"Ada Marsh \"";
    planted(PEOPLE, "name = \"Ada Marsh\"", spaced, spaced, "Ada Marsh", "one line");
    let linked = "title = \"[Shelves](claim:letter-date)\"";
    let found = "[Shelves](claim:letter-date)";
    planted(EVIDENCE, "title = \"Shelves\"", linked, linked, found, "no markup");
    planted("story.toml", "edition = \"tiny.1\"", "edition = \"\"", "edition", "\"\"", "words");
    planted("story.toml", "\"en\"", "\"en glish\"", "en glish", "en glish", "language tag");
}

#[test]
fn addresses() {
    let url = "url = \"www.gazette.example\"";
    let right = "url = \"https://gazette.example/library-saved\"";
    planted(EVIDENCE, right, url, url, "www.gazette.example", "https://");
    let url = "url = \"ftp://gazette.example\"";
    planted(EVIDENCE, right, url, url, "ftp://gazette.example", "https://");
}

#[test]
fn relations() {
    let own = "group = \"friends\" }";
    planted(PEOPLE, "group = \"council\" }", own, own, "friends", "another group");
}

#[test]
fn emigration() {
    let row =
        "[[emigration_year]]\nyear = 1973\ntotal = 12\nbound = \"exact\"\nsource = \"minutes\"\n";
    let twice = row.replace("1973", "1973 # again") + "\n" + row;
    planted(PEOPLE, row, &twice, "year = 1973\n", "1973", "each year once");
    let back = row.replace("1973", "1975") + "\n" + row;
    planted(PEOPLE, row, &back, "year = 1973", "1973", "1975 stands above");
}

#[test]
fn emigration_is_counted_in_people() {
    planted(PEOPLE, "total = 30", "total = -30", "total = -30", "-30", "whole number");
    planted(PEOPLE, "total = 30", "total = 30.5", "total = 30.5", "30.5", "whole number");
    planted(
        PEOPLE,
        "note = \"People who moved away; counted by the baker.\"\n",
        "",
        "year = 1974",
        "1974",
        "a `note`",
    );
}

#[test]
fn chapters_have_files_and_files_have_chapters() {
    let list = "chapters = [\"the-vote\", \"the-end\"]";
    planted(
        "story.toml",
        "chapters = [\"the-vote\"]",
        list,
        list,
        "the-end",
        "chapters/the-end.md",
    );
    let list = "chapters = [\"the-vote\", \"the-vote\"]";
    planted("story.toml", "chapters = [\"the-vote\"]", list, list, "the-vote", "once");
    planted_files(
        "chapters/the-end.md",
        Some("+++\n+++\n"),
        &[
            ("chapters/the-end.md", 1, "in the list `chapters`"),
            ("chapters/the-end.md", 1, "chapters/the-end.easy.md"),
            ("chapters/the-end.md", 2, "the field `title`"),
            ("chapters/the-end.md", 3, "passages, each with a heading"),
        ],
    );
}

#[test]
fn both_texts_of_a_chapter_are_there() {
    planted_files(EASY, None, &[(FULL, 1, "chapters/the-vote.easy.md")]);
    let mut files = tiny();
    files.insert(FULL, "");
    assert!(mistakes(&files).iter().any(|told| told.expected.contains("a head in TOML")));
}

/// Adds or replaces a whole file, or takes it away, and expects mistakes.
#[track_caller]
fn planted_files(path: &str, content: Option<&str>, expected: &[(&str, usize, &str)]) {
    let whole = tiny();
    let mut files = story::author::Files::new();
    for (other, bytes) in whole.iter() {
        if other.to_str() != Some(path) {
            files.insert(other, bytes);
        }
    }
    if let Some(content) = content {
        files.insert(path, content);
    }
    let told = mistakes(&files);
    for (file, line, remedy) in expected {
        let hit = told.iter().any(|mistake| {
            mistake.file.to_str() == Some(file)
                && mistake.line == *line
                && mistake.expected.contains(remedy)
        });
        assert!(hit, "{file}:{line}: {remedy}\nis not among\n{told:#?}");
    }
    assert_eq!(told.len(), expected.len(), "{told:#?}");
}

#[test]
fn a_story_needs_its_own_file() {
    planted_files("story.toml", None, &[("story.toml", 1, "this file")]);
}

#[test]
fn a_file_that_cannot_be_read_hides_no_other_and_causes_no_others() {
    let broken = "authors = [\"Ada Marsh\ntitle";
    let mut files = tiny();
    let evidence = text(&files, EVIDENCE).replace("authors = [\"Ada Marsh\"]\ntitle", broken);
    files.insert(EVIDENCE, evidence.as_bytes());
    let people = text(&files, PEOPLE).replace("died = \"1999\"", "died = \"1930\"");
    let people = people.replace("claims = [\"signatures\"]", "claims = [\"signers\"]");
    files.insert(PEOPLE, people.as_bytes());
    let told = mistakes(&files);
    let line = line_of(&evidence, "[\"Ada Marsh\n");
    assert!(told.iter().any(|told| told.file.to_str() == Some(EVIDENCE) && told.line == line));
    assert!(told.iter().any(|told| told.found == "1930"));
    assert!(told.iter().any(|told| told.found == "signers"));
    // No claim or source of the broken file is told to be missing.
    let others: Vec<_> = told.iter().filter(|told| told.file.to_str() != Some(EVIDENCE)).collect();
    assert_eq!(others.len(), 3, "{told:#?}");
}

#[test]
fn a_file_that_is_no_text_is_told() {
    let mut files = tiny();
    let mut evidence = files.get(EVIDENCE).unwrap().to_vec();
    let at = evidence.iter().position(|&byte| byte == b'S').unwrap();
    evidence[at] = 0xff;
    files.insert(EVIDENCE, evidence);
    let told = mistakes(&files);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].expected.contains("UTF-8"));
}

#[test]
fn the_head_of_a_chapter() {
    let alt = "alt = \"A hand drops a folded paper into a box that is shaped like a book.\"";
    planted_many(FULL, alt, "alt = \"\"", &[("alt = ", "\"\"", "what the poster shows")]);
    planted(FULL, alt, "", "[poster]", "[poster]", "`alt`");
    planted(FULL, "lines = [\"The\", \"vote\"]", "lines = []", "lines", "[]", "on the poster");
    let typo = "kickr = \"Lower Ash, 1974\"";
    planted(FULL, "kicker = \"Lower Ash, 1974\"", typo, typo, "kickr", "did you mean `kicker`?");
    let open = "title = \"The vote";
    planted(FULL, "title = \"The vote\"", open, open, open, "valid TOML");
}

#[test]
fn passages() {
    let stray = "Once upon a time.\n\n## The letter";
    planted(EASY, "## The letter", stray, "Once", "Once upon a time.", "a heading before");
    let bare = "## The letter\n";
    planted(EASY, "## The letter {#letter}\n", bare, bare, "## The letter", "an id at the end");
    let bare = "## The vote {when=1974-22/1975-01 groups=council}";
    let right = "## The vote {#count when=1974-22/1975-01 groups=council}";
    planted_many(
        QUESTIONS,
        "the-vote/letter",
        "letter",
        &[("passage = \"letter\"", "letter", "chapter/passage")],
    );
    let mut files = tiny();
    let full = text(&files, FULL).replace(right, bare);
    files.insert(FULL, full.as_bytes());
    let told = mistakes(&files);
    assert!(told.iter().any(|told| told.line == line_of(&full, bare)), "{told:#?}");
    let other = "## The tally {#count}";
    planted(EASY, "## The vote {#count}", other, other, "The tally", "heading of the full text");
    let own = "## The vote {#count when=1974}";
    planted(EASY, "## The vote {#count}", own, own, own, "stand in the full text");
    let more = "## The end {#end}\n\nThat is all.\n\n## The vote {#count}";
    planted(EASY, "## The vote {#count}", more, "## The end", "end", "chapters/the-vote.md has");
}

#[test]
fn both_texts_have_the_same_passages() {
    let mut files = tiny();
    let easy = text(&files, EASY);
    let (first, _) = easy.split_once("## The vote").unwrap();
    files.insert(EASY, first);
    let told = mistakes(&files);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!((told[0].file.to_str(), told[0].found.as_str()), (Some(FULL), "count"));
    assert_eq!(told[0].line, line_of(&text(&files, FULL), "## The vote"));
}

#[test]
fn a_passage_id_stands_once_in_a_chapter() {
    let again = "## The vote {#letter}";
    planted_many(
        EASY,
        "## The vote {#count}",
        again,
        &[(again, "letter", "no other passage"), (again, "letter", "")][..1],
    );
}

#[test]
fn a_heading_has_only_what_it_needs() {
    let right = "when=1974-03-02 people=hale}";
    planted(FULL, right, "when=1974-03-02 who=hale}", "who=", "who", "only #id");
    let spaced = "when=1974-03-02 people=hale,marsh,}";
    planted(FULL, right, spaced, spaced, "hale,marsh,", "commas");
    let empty = "## The letter {#letter}\n\n## The vote {#count}";
    let mut files = tiny();
    let easy = text(&files, EASY);
    let start = easy.find("In [March]").unwrap();
    let end = easy.find("## The vote").unwrap();
    files.insert(EASY, format!("{}{}", &easy[..start], &easy[end..]));
    assert!(text(&files, EASY).contains(empty));
    let told = mistakes(&files);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].expected.contains("a text below"));
}

#[test]
fn texts_are_easy_enough() {
    let hard = "International organizations deliberately reconsidered unprecedented administrative \
                restrictions notwithstanding considerable opposition.";
    let mut files = tiny();
    let easy = text(&files, EASY).replace("The books could stay.", hard);
    files.insert(EASY, easy.as_bytes());
    let told = mistakes(&files);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!((told[0].file.to_str(), told[0].line), (Some(EASY), 1));
    assert!(told[0].expected.contains("at grade 6 or below"), "{told:#?}");
    assert!(told[0].expected.contains(hard), "{told:#?}");
    let full =
        text(&files, FULL).replace("So said the baker", &format!("{} So said", hard.repeat(9)));
    files.insert(FULL, full.as_bytes());
    assert!(mistakes(&files).iter().any(|told| told.expected.contains("at grade 11 or below")));
}

#[test]
fn markup_that_the_story_has_no_use_for() {
    let html = "They met because of the <i>letter</i>, and went on meeting.";
    let right = "They met because of the letter, and went on meeting.";
    planted_many(PEOPLE, right, html, &[(html, "<i>", "no HTML"), (html, "</i>", "no HTML")]);
    planted(PEOPLE, right, "## They met", "## They met", "They met", "no heading in a field");
    let outside = "They met [there](https://gazette.example).";
    let found = "[there](https://gazette.example)";
    planted(PEOPLE, right, outside, outside, found, "no address outside");
    let below = "# Another\n\n## The vote {#count when";
    planted(FULL, "## The vote {#count when", below, "# Another", "# Another", "`## `");
    let image = "![vote](vote.png) The [council](group:council) met and";
    let right = "The [council](group:council) met and";
    planted(EASY, right, image, image, "![vote](vote.png)", "no image");
}

#[test]
fn story_years_and_bounds() {
    let last = "last_year = 1960";
    let mut files = tiny();
    let story = text(&files, "story.toml").replace("last_year = 1980", last);
    files.insert("story.toml", story.as_bytes());
    let told = mistakes(&files);
    assert!(told.iter().any(|told| told.line == line_of(&story, last) && told.found == "1960"));
    planted(
        "story.toml",
        "south = 49.8\nnorth = 60.9",
        "south = 60.9\nnorth = 49.8",
        "[[bounds]]",
        "[[bounds]]",
        "south below north",
    );
}

/// The text of a question, from its id to the next.
fn of_question(id: &str) -> (String, String) {
    let whole = text(&tiny(), QUESTIONS);
    let start = whole.find(&format!("id = \"{id}\"\ntype")).unwrap();
    let end = whole[start..].find("\n[[question]]").map_or(whole.len(), |end| start + end);
    (whole[..start].to_owned(), whole[start..end].to_owned())
}

/// Replaces `from` by `to` in a question, and expects one mistake in the line of `at`.
#[track_caller]
fn in_question(id: &str, from: &str, to: &str, at: &str, found: &str, remedy: &str) {
    let (_, question) = of_question(id);
    assert!(question.contains(from), "{from:?} stands in {question}");
    let changed = question.replacen(from, to, 1);
    let line = line_of(&changed, at);
    let before = common::line_of(&text(&tiny(), QUESTIONS), &question) - 1;
    let mut files = tiny();
    files.insert(QUESTIONS, text(&files, QUESTIONS).replacen(&question, &changed, 1));
    let told = mistakes(&files);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(told[0].line, before + line, "{told:#?}");
    assert_eq!(told[0].found, found, "{told:#?}");
    assert!(told[0].expected.contains(remedy), "{told:#?}");
}

#[test]
fn keys_name_options() {
    let key = "key = \"may\"";
    in_question("when", "key = \"march\"", key, key, "may", "the id of an option: march, june");
    in_question("when", "key = \"march\"", "", "id", "when", "the field `key`");
    let key = "key = [\"march\"]";
    in_question("when", "key = \"march\"", key, key, "[\"march\"]", "not a list");
    let key = "key = [\"read\", \"sea\"]";
    in_question("agreed", "key = [\"read\", \"ask\"]", key, key, "sea", "read, ask, sue");
    let key = "key = \"read\"";
    in_question("agreed", "key = [\"read\", \"ask\"]", key, key, "read", "a list");
    let key = "key = [\"read\", \"read\"]";
    in_question("agreed", "key = [\"read\", \"ask\"]", key, key, "read", "once");
    in_question("agreed", "key = [\"read\", \"ask\"]", "key = []", "key", "[]", "at least one");
    let order = "key = [\"letter\", \"names\", \"vote\"]";
    let key = "key = [\"letter\", \"names\"]";
    in_question("sequence", order, key, key, "[\"letter\", \"names\"]", "all options");
    let key = "key = 3";
    in_question("when", "key = \"march\"", key, key, "3", "the id of an option");
}

#[test]
fn options_are_several_and_differ() {
    let twice = "{ id = \"march\", text = \"In June 1974\"";
    let june = "{ id = \"june\", text = \"In June 1974\"";
    in_question("when", june, twice, twice, "march", "no other option");
    let mut files = tiny();
    let only = text(&files, QUESTIONS).replace(
        "  { id = \"june\", text = \"In June 1974\", feedback = \"That is when the [vote](event:vote) was.\" },\n",
        "",
    );
    files.insert(QUESTIONS, only.as_bytes());
    let told = mistakes(&files);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].expected.contains("at least two options"));
    assert_eq!(told[0].line, line_of(&only, "options = ["));
}

#[test]
fn wrong_options_say_why() {
    let silent = "{ id = \"june\", text = \"In June 1974\" }";
    let right = "{ id = \"june\", text = \"In June 1974\", feedback = \"That is when the [vote](event:vote) was.\" }";
    in_question("when", right, silent, silent, "june", "why this is wrong");
    let lost = ", feedback = \"Nobody spoke of it.\"";
    in_question("agreed", lost, "", "id = \"sue\"", "sue", "`feedback`");
    let lost = ", feedback = \"They come between.\"";
    in_question("sequence", lost, "", "id = \"names\"", "names", "`feedback`");
    in_question(
        "partners",
        ", feedback = \"It counts more.\"",
        "",
        "gazette",
        "gazette",
        "`feedback`",
    );
    in_question("where", "feedback = \"Look to the east.\"", "", "id", "where", "`feedback`");
    in_question("weigh", ", feedback = \"It says so.\"", "", "memoir", "memoir", "`feedback`");
    in_question(
        "blanks",
        ", feedback = \"It sent the letter.\"",
        "",
        "id = \"county",
        "county",
        "`feed",
    );
}

#[test]
fn each_type_has_its_own_fields() {
    let more = "group = \"friends\"\nkey = \"march\"";
    in_question("when", "key = \"march\"", more, "group", "friends", "no field `group`");
    in_question("where", "group = \"friends\"\n", "", "id", "where", "the field `group`");
    in_question(
        "think",
        "rubric = [\"Names who was counted.\", \"Says who counted.\"]",
        "",
        "id",
        "think",
        "`rubric`",
    );
    in_question(
        "think",
        "rubric = [\"Names who was counted.\", \"Says who counted.\"]",
        "rubric = []",
        "rubric",
        "[]",
        "at least one point",
    );
    in_question("weigh", "bears = \"silent\", ", "", "id = \"minutes\"", "minutes", "`bears`");
    in_question("weigh", "source = \"minutes\", ", "", "id = \"minutes\"", "minutes", "`source`");
    in_question("weigh", "bears = \"silent\"", "bears = \"mute\"", "mute", "mute", "`silent`");
    in_question("partners", "match = \"Forty\", ", "", "memoir", "memoir", "`match`");
    in_question(
        "partners",
        "match = \"Four hundred\"",
        "match = \"Forty\"",
        "gazette",
        "Forty",
        "no other option",
    );
    in_question("how-many", "from = 1973\n", "", "id", "how-many", "`from`");
    let hint = "hints = [\"It was in spring.\", \"\"]";
    in_question(
        "when",
        "hints = [\"It was in spring.\", \"It was *early* spring.\"]",
        hint,
        hint,
        "\"\"",
        "a text",
    );
    in_question(
        "when",
        "type = \"choose-one\"",
        "type = \"choose\"",
        "type",
        "choose",
        "`choose-one`",
    );
    let passage = "passage = \"letter\"";
    in_question(
        "when",
        "passage = \"the-vote/letter\"",
        passage,
        passage,
        "letter",
        "chapter/passage",
    );
}

#[test]
fn estimates_stay_within_the_table() {
    in_question("how-many", "to = 1974", "to = 1980", "to = 1980", "1980", "emigration table");
    in_question("how-many", "tolerance = 20", "tolerance = 0", "tolerance", "0", "from 1 to 99");
    in_question(
        "how-many",
        "from = 1973\nto = 1974",
        "from = 1974\nto = 1973",
        "to = ",
        "1973",
        "before",
    );
}

#[test]
fn word_banks_fit_their_blanks() {
    let text = "The {{country}} wrote and the {{friends}} met.";
    let right = "The {{county}} wrote and the {{friends}} met.";
    in_question("blanks", right, text, text, "country", "names an option");
    let text = "The {{county}} wrote and the {{county}} met.";
    in_question("blanks", right, text, text, "county", "one blank only");
    in_question("blanks", right, "The {{county wrote.", "The {{", "The {{county wrote.", "`}}`");
    in_question(
        "blanks",
        right,
        "The county wrote.",
        "text = \"The county",
        "The county wrote.",
        "one blank",
    );
    let third = "  { id = \"baker\", text = \"baker\", feedback = \"The baker only spoke.\" },\n";
    in_question("blanks", third, "", "text = \"The", right, "more options than blanks");
}
