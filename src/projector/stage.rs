//! The stage: one step as the class sees it.

use super::plan::Plan;
use super::question::Asked;
use super::show::{Show, Source};
use super::step::Step;
use super::text::{Words, within_chapter, words_in_chapter};
use crate::content::{questions, story};
use crate::i18n::{messages, of_projector, of_quiz};
use crate::map::picture::{Use, markup as map_markup};
use crate::map::{events_in, key_markup, summary};
use crate::quiz::{edition, paper};
use crate::widgets::put;
use quiz::PaperCode;
use quiz::paper::option_seed;
use story::{Chapter, Question};

/// Id of the heading of a step.
pub(super) const HEADING: &str = "show-heading";

/// Id of the year on the map, of what the map shows in it, and of what happened.
pub(super) const YEAR: &str = "show-year";
pub(super) const SUMMARY: &str = "show-summary";
pub(super) const EVENTS: &str = "show-events";

/// Id of the words about the group that is pointed at.
pub(super) const POINTED: &str = "show-pointed";

/// The most events of a year that stand beside the map.
const MOST_EVENTS: usize = 3;

/// What a show is made of, with all that its steps need.
pub(super) struct Material {
    /// The steps.
    pub(super) plan: Plan,
    /// The chapter, if it is one.
    chapter: Option<&'static Chapter<'static>>,
    /// The items, once they are there.
    items: Vec<&'static Question<'static>>,
    /// Of a paper, what decides the order of options.
    seed: Option<u32>,
    /// Why there is nothing to show.
    refused: Option<&'static str>,
}

impl Material {
    /// What a show is made of.
    pub(super) fn of(show: &Show) -> Self {
        let mut made = Self {
            plan: Plan::default(),
            chapter: None,
            items: Vec::new(),
            seed: None,
            refused: None,
        };
        match &show.source {
            Source::Chapter(id) => {
                let Some(chapter) = story().chapters.get(id) else { return made };
                let of_chapter = |it: &&Question<'_>| it.passage.chapter == chapter.id;
                made.items = questions().into_iter().flatten().filter(of_chapter).collect();
                made.chapter = Some(chapter);
                made.plan = Plan::of_chapter(
                    chapter,
                    story().first_year..story().last_year + 1,
                    |passage| Words::of(id, passage, show.easy).parts.len(),
                    made.items.iter().map(|it| it.id.0),
                );
            }
            Source::Paper(code) => {
                let code = PaperCode::read(code).ok();
                made.seed = code.map(|it| it.seed);
                if questions().is_some() {
                    let here = code.filter(|it| it.edition == edition());
                    made.items = here.map(|it| paper(&it)).unwrap_or_default();
                    made.refused = match here {
                        None => Some(of_quiz().other_edition),
                        Some(_) if made.items.is_empty() => Some(of_quiz().no_such_questions),
                        Some(_) => None,
                    };
                }
                made.plan = Plan::of_paper(made.items.iter().map(|it| it.id.0));
            }
        }
        made
    }

    /// The item of a step, if it is there.
    pub(super) fn asked(&self, step: &Step, answered: bool) -> Option<Asked> {
        let Step::Item(id) = step else { return None };
        let question = self.items.iter().copied().find(|it| it.id.0 == id)?;
        let seed = match self.seed {
            Some(paper) => option_seed(paper, id),
            None => quiz::seed_of(id),
        };
        Some(Asked { question, seed, answered })
    }

    /// How many options of the step hands are raised for.
    pub(super) fn options(&self, step: &Step) -> usize {
        self.asked(step, false).map_or(0, |asked| asked.options().len())
    }

    /// What the map of a step is used for, if it has one.
    pub(super) fn map_of(&self, step: &Step) -> Option<Use> {
        match step {
            Step::Year(_) => Some(Use::Show),
            _ => self.asked(step, false)?.group().map(|_| Use::ShowAnswer),
        }
    }

    /// A step in a few words.
    pub(super) fn title(&self, step: &Step, show: &Show) -> String {
        let t = of_projector();
        match (step, &show.source) {
            (Step::Opening, Source::Paper(code)) => (of_quiz().paper_named)(code),
            (Step::Opening, _) => self.chapter.map_or("", |it| it.title).to_owned(),
            (Step::Passage { id, part }, Source::Chapter(chapter)) => {
                let words = Words::of(chapter, id, show.easy);
                match words.parts.len() {
                    0 | 1 => words.heading,
                    all => (t.part)(&words.heading, part + 1, all),
                }
            }
            (Step::Year(year), _) => (t.map_in)(*year),
            (Step::Closing, _) => messages().argue.to_owned(),
            _ => match self.asked(step, false) {
                Some(asked) => asked.question.prompt.plain(),
                None => t.coming.to_owned(),
            },
        }
    }

    /// A step as markup; for whoever steps with buttons, for the class without.
    pub(super) fn markup(&self, show: &Show, buttons: bool) -> String {
        let mut out = String::new();
        match &show.step {
            Step::Opening => self.opening(show, &mut out),
            Step::Passage { id, part } => self.passage(show, id, *part, &mut out),
            Step::Year(_) => map(&mut out, buttons),
            Step::Closing => {
                let chapter = self.chapter.map_or("", |it| it.id.0);
                let words = words_in_chapter(chapter, ".closing .question");
                let closing = [
                    "<div class=\"show-closing\"><p class=\"show-kicker\">",
                    "</p><h2 tabindex=\"-1\" id=\"",
                    "\">",
                    "</h2></div>",
                ];
                put(&mut out, &closing, &[messages().argue, HEADING, &words]);
            }
            Step::Item(_) => match self.asked(&show.step, show.answered) {
                Some(asked) => asked.markup(&mut out, HEADING, buttons),
                None => {
                    let words = self.refused.unwrap_or(of_projector().coming);
                    put(
                        &mut out,
                        &["<h2 tabindex=\"-1\" id=\"", "\">", "</h2>"],
                        &[HEADING, words],
                    );
                }
            },
        }
        out
    }

    fn opening(&self, show: &Show, out: &mut String) {
        let Some(chapter) = self.chapter else {
            let code = match &show.source {
                Source::Paper(code) | Source::Chapter(code) => code,
            };
            let words = match self.refused {
                Some(refused) => refused.to_owned(),
                None if self.items.is_empty() => of_projector().coming.to_owned(),
                None => (of_projector().questions)(self.items.len()),
            };
            let paper = [
                "<div class=\"show-closing\"><p class=\"show-kicker\">",
                "</p><h2 tabindex=\"-1\" class=\"show-code\" id=\"",
                "\">",
                "</h2><p class=\"show-count\">",
                "</p></div>",
            ];
            put(out, &paper, &[of_quiz().paper, HEADING, code, &words]);
            return;
        };
        // The poster stands in the page already, with its drawing; on the stage its words are a step.
        let Some(poster) = within_chapter(chapter.id.0, ".poster") else { return };
        put(out, &["<div class=\"", " show-poster\">"], &[&poster.class_name()]);
        let inside = |selector: &str| poster.query_selector(selector).ok().flatten();
        if let Some(art) = inside(".art") {
            out.push_str(&art.outer_html());
        }
        let heading = inside("h1").map(|it| it.inner_html()).unwrap_or_default();
        let kicker = inside(".kicker").map(|it| it.inner_html()).unwrap_or_default();
        out.push_str("<p class=\"kicker\">");
        out.push_str(&kicker);
        put(out, &["</p><h2 tabindex=\"-1\" id=\"", "\">"], &[HEADING]);
        out.push_str(&heading);
        let question = words_in_chapter(chapter.id.0, ".chapter > .question");
        put(out, &["</h2></div><p class=\"show-question\">", "</p>"], &[&question]);
    }

    fn passage(&self, show: &Show, id: &str, part: usize, out: &mut String) {
        let chapter = self.chapter.map_or("", |it| it.id.0);
        let words = Words::of(chapter, id, show.easy);
        put(
            out,
            &[
                "<div class=\"show-passage",
                "\"><div class=\"show-side\"><h2 tabindex=\"-1\" id=\"",
                "\">",
            ],
            &[if words.is_short(part) { " show-short" } else { "" }, HEADING, &words.heading],
        );
        out.push_str("</h2>");
        if words.parts.len() > 1 {
            let of = (of_projector().step_of)(part + 1, words.parts.len());
            put(out, &["<p class=\"show-part\">", "</p>"], &[&of]);
        }
        out.push_str("</div><div class=\"show-main\">");
        words.put_part(out, part);
        out.push_str("</div></div>");
    }
}

fn map(out: &mut String, buttons: bool) {
    let t = messages();
    let year = [
        "<div class=\"show-of-year\"><div class=\"show-side\"><h2 tabindex=\"-1\" id=\"",
        "\"><span class=\"spoken\">",
        " </span><span id=\"",
        "\"></span></h2>",
    ];
    put(out, &year, &[HEADING, t.map, YEAR]);
    if buttons {
        let steps = [
            "<p class=\"show-year-steps\"><button type=\"button\" id=\"show-year-back\" data-do=\"up\" aria-label=\"",
            "\">\u{2212}</button> <button type=\"button\" id=\"show-year-on\" data-do=\"down\" aria-label=\"",
            "\">+</button></p>",
        ];
        put(out, &steps, &[t.year_back, t.year_on]);
    }
    let rest = [
        "<p class=\"show-summary\" id=\"",
        "\"></p><ul class=\"show-events\" id=\"",
        "\"></ul></div><div class=\"show-main\"><div class=\"show-map\">",
    ];
    put(out, &rest, &[SUMMARY, EVENTS]);
    map_markup(out, Use::Show);
    let end = ["</div><p class=\"show-pointed\" id=\"", "\"></p>"];
    put(out, &end, &[POINTED]);
    key_markup(out);
    out.push_str("</div></div>");
}

/// What the map shows in a year, in a sentence.
pub(super) fn summary_of(year: i16) -> String {
    summary(year, story().groups.iter())
}

/// What happened in a year, as entries of a list, if the evidence has come.
pub(super) fn events_of(year: i16) -> String {
    let mut out = String::new();
    for (_, title) in events_in(year).into_iter().take(MOST_EVENTS) {
        put(&mut out, &["<li>", "</li>"], &[&title]);
    }
    out
}

/// A group in words, with its place.
pub(super) fn group_in_words(id: &str) -> String {
    let group = story().groups.get(id);
    group.map(|it| [it.name, ", ", it.city, ", ", it.region].concat()).unwrap_or_default()
}
