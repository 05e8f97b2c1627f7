//! QTI 2.1: a package of files, to be zipped as they are.
//!
//! `imsmanifest.xml` lists `test.xml`, which refers to a file for each item. Every item but the
//! open ones has rules that give our points, and feedback by option. An open one is left to who
//! grades, who is shown the rubric. Difficulty and skill are categories of the test's references.
//! Left out are the map, which the format would need as a picture, and hints.

use super::xml::{HEAD, blocks, escaped, leaf, line, node};
use super::{About, Export, Why, carried, choice, range, settled, weighed};
use crate::grade::out_of;
use story::{Bearing, Choice, ChoiceId, Figure, Pair, Question, Segment, Task, Text, Weighing};

const QTI: &str = "http://www.imsglobal.org/xsd/imsqti_v2p1";
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
const QTI_SCHEMA: &str = "http://www.imsglobal.org/xsd/imsqti_v2p1 \
    http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd";
const PACKAGE: &str = "http://www.imsglobal.org/xsd/imscp_v1p1";
const PACKAGE_SCHEMA: &str = "http://www.imsglobal.org/xsd/imscp_v1p1 \
    http://www.imsglobal.org/xsd/imscp_v1p1.xsd";

/// Writes items into files of a package.
pub fn export(questions: &[&Question<'_>], about: &About<'_>) -> Export {
    let mut left_out = Vec::new();
    let items = carried(questions, &mut left_out, &mut |question| {
        item(question, about).map(|text| {
            let name = identifier(question.id.0);
            let tags = [question.difficulty.slug(), question.skill.slug()].join(" ");
            let href = ["items/", &name, ".xml"].concat();
            (name, tags, href, text)
        })
    });

    let mut references = String::new();
    let mut dependencies = String::new();
    let mut resources = String::new();
    for (name, tags, href, _) in &items {
        let attributes = [("identifier", name.as_str()), ("href", href), ("category", tags)];
        references.push_str(&node("assessmentItemRef", &attributes, ""));
        let of_item = ["item-", name].concat();
        dependencies.push_str(&node("dependency", &[("identifierref", &of_item)], ""));
        resources.push_str(&resource(&of_item, "imsqti_item_xmlv2p1", href, ""));
    }
    let of_test = resource("test", "imsqti_test_xmlv2p1", "test.xml", &dependencies);
    let manifest = manifest(&[of_test, resources].concat());
    let mut files = vec![
        ("imsmanifest.xml".to_owned(), manifest),
        ("test.xml".to_owned(), test(about, &references)),
    ];
    files.extend(items.into_iter().map(|(_, _, href, text)| (href, text)));
    Export { files, left_out }
}

fn resource(name: &str, kind: &str, href: &str, dependencies: &str) -> String {
    let inner = [&node("file", &[("href", href)], ""), dependencies].concat();
    node("resource", &[("identifier", name), ("type", kind), ("href", href)], &inner)
}

fn manifest(resources: &str) -> String {
    let kind = [leaf("schema", &[], "QTIv2.1 Package"), leaf("schemaversion", &[], "1.0.0")];
    let inner = [
        node("metadata", &[], &kind.concat()),
        node("organizations", &[], ""),
        node("resources", &[], resources),
    ];
    let attributes = [
        ("xmlns", PACKAGE),
        ("xmlns:xsi", XSI),
        ("xsi:schemaLocation", PACKAGE_SCHEMA),
        ("identifier", "package"),
    ];
    [HEAD, &node("manifest", &attributes, &inner.concat()), "\n"].concat()
}

fn test(about: &About<'_>, references: &str) -> String {
    let attributes = [("identifier", "items"), ("title", about.title), ("visible", "true")];
    let section = node("assessmentSection", &attributes, references);
    let modes =
        [("identifier", "part"), ("navigationMode", "nonlinear"), ("submissionMode", "individual")];
    let points = node("testVariables", &[("variableIdentifier", "SCORE")], "");
    let inner = [
        node("outcomeDeclaration", &declared("SCORE", "single", "float"), ""),
        node("testPart", &modes, &section),
        node("outcomeProcessing", &[], &set("SCORE", &node("sum", &[], &points))),
    ];
    let attributes = [
        ("xmlns", QTI),
        ("xmlns:xsi", XSI),
        ("xsi:schemaLocation", QTI_SCHEMA),
        ("identifier", "test"),
        ("title", about.title),
    ];
    [HEAD, &node("assessmentTest", &attributes, &inner.concat()), "\n"].concat()
}

/// The parts of an item, in the order of the format.
#[derive(Default)]
struct Parts {
    /// What can be answered, with the key.
    responses: String,
    /// What is shown.
    body: String,
    /// Rules that give points and choose feedback.
    rules: String,
    /// What the rules choose from.
    feedback: String,
}

fn item(question: &Question<'_>, about: &About<'_>) -> Result<String, Why> {
    let mut it = Parts { body: blocks(&question.prompt), ..Parts::default() };
    match &question.task {
        Task::ChooseOne { options, key } => {
            choice(options, *key).ok_or(Why::NoKey)?;
            it.choose(options, std::slice::from_ref(key), "single");
        }
        Task::ChooseSeveral { options, key } => it.choose(options, key, "multiple"),
        Task::Order { options, key } => it.order(options, key),
        Task::Match { pairs } => it.pairs(pairs),
        Task::WeighSources { sources } => it.weigh(sources, about),
        Task::WordBank { text, options } => it.blanks(text, options)?,
        Task::Estimate { figures, tolerance, feedback } => {
            it.estimate(figures, *tolerance, feedback);
        }
        Task::Open { rubric } => it.open(rubric, about),
        Task::FindOnMap { .. } => return Err(Why::NeedsMap),
    }
    let after = [blocks(&question.explanation), leaf("p", &[], &settled(question, about))];
    it.say("explanation", &after.concat(), None);

    let most = out_of(&question.task).to_string();
    let default = |number: &str| node("defaultValue", &[], &leaf("value", &[], number));
    let [name, cardinality, kind] = declared("SCORE", "single", "float");
    let score = [name, cardinality, kind, ("normalMaximum", most.as_str())];
    let inner = [
        it.responses,
        node("outcomeDeclaration", &score, &default("0")),
        node("outcomeDeclaration", &declared("MAXSCORE", "single", "float"), &default(&most)),
        node("outcomeDeclaration", &declared("FEEDBACK", "multiple", "identifier"), ""),
        node("itemBody", &[], &it.body),
        node("responseProcessing", &[], &it.rules),
        it.feedback,
    ];
    let attributes = [
        ("xmlns", QTI),
        ("xmlns:xsi", XSI),
        ("xsi:schemaLocation", QTI_SCHEMA),
        ("identifier", question.id.0),
        ("title", question.id.0),
        ("adaptive", "false"),
        ("timeDependent", "false"),
        ("xml:lang", about.language),
    ];
    Ok([HEAD, &node("assessmentItem", &attributes, &inner.join("\n")), "\n"].concat())
}

impl Parts {
    fn choose(&mut self, options: &[Choice<'_>], key: &[ChoiceId<'_>], cardinality: &str) {
        let several = cardinality == "multiple";
        let key: Vec<String> = key.iter().map(|id| identifier(id.0)).collect();
        let mut worth = Vec::new();
        let mut shown = String::new();
        let mut left = 0u32;
        for option in options {
            let name = identifier(option.id.0);
            shown.push_str(&leaf_of("simpleChoice", &[("identifier", &name)], &option.text));
            let is_key = key.contains(&name);
            let member = node("member", &[], &[identified(&name), variable("RESPONSE")].concat());
            let chosen = if several { member } else { same(variable("RESPONSE"), &name) };
            let said = if is_key && several { not(&chosen) } else { chosen };
            self.say_text(&name, &option.feedback, Some(&said));
            left += u32::from(!is_key);
            if is_key || several {
                worth.push((name, if is_key { "1" } else { "-1" }));
            }
        }
        self.respond("RESPONSE", cardinality, "identifier", &key, &worth);
        let most = if several { "0" } else { "1" };
        let attributes =
            [("responseIdentifier", "RESPONSE"), ("shuffle", "true"), ("maxChoices", most)];
        self.body.push_str(&node("choiceInteraction", &attributes, &shown));
        // All wrong ones count as rightly left, and each that was chosen takes that back.
        let points = if several {
            node("sum", &[], &[mapped("RESPONSE"), constant("float", &left.to_string())].concat())
        } else {
            mapped("RESPONSE")
        };
        let given = not(&node("isNull", &[], &variable("RESPONSE")));
        let rules = when(&given, &set("SCORE", &points));
        self.rules.insert_str(0, &rules);
    }

    fn order(&mut self, options: &[Choice<'_>], key: &[ChoiceId<'_>]) {
        let key: Vec<String> = key.iter().map(|id| identifier(id.0)).collect();
        let mut shown = String::new();
        for option in options {
            let name = identifier(option.id.0);
            shown.push_str(&leaf_of("simpleChoice", &[("identifier", &name)], &option.text));
        }
        // Neighbours of the answer, whatever stands between them in the key.
        for (at, before) in key.iter().enumerate() {
            for after in key.iter().skip(at + 1) {
                let pair = [identified(before), identified(after)].concat();
                let pair = [variable("RESPONSE"), node("ordered", &[], &pair)].concat();
                self.count_if(&node("contains", &[], &pair));
            }
        }
        for (at, name) in key.iter().enumerate() {
            let place = (at + 1).to_string();
            let there = node("index", &[("n", &place)], &variable("RESPONSE"));
            let wrong = not(&same(there, name));
            if let Some(option) = options.iter().find(|it| identifier(it.id.0) == *name) {
                self.say_text(name, &option.feedback, Some(&wrong));
            }
        }
        self.respond("RESPONSE", "ordered", "identifier", &key, &[]);
        let attributes = [("responseIdentifier", "RESPONSE"), ("shuffle", "true")];
        self.body.push_str(&node("orderInteraction", &attributes, &shown));
    }

    fn pairs(&mut self, pairs: &[Pair<'_>]) {
        let all = pairs.len().to_string();
        let mut sets = [String::new(), String::new()];
        let mut key = Vec::new();
        for pair in pairs {
            let (one, other) = (asked(pair.id.0), put(pair.id.0));
            let [ones, others] = &mut sets;
            ones.push_str(&associable(&one, "1", &line(&pair.text)));
            others.push_str(&associable(&other, &all, &line(&pair.partner)));
            key.push((pair.id.0, other, &pair.feedback));
        }
        self.associate(&sets, &key, "true");
    }

    fn weigh(&mut self, sources: &[Weighing<'_>], about: &About<'_>) {
        let all = sources.len().to_string();
        let mut sets = [String::new(), String::new()];
        let mut key = Vec::new();
        for source in sources {
            let [ones, _] = &mut sets;
            let said = escaped(&weighed(source, about));
            ones.push_str(&associable(&asked(source.id.0), "1", &said));
            key.push((source.id.0, put(source.bears.slug()), &source.feedback));
        }
        for bearing in Bearing::ALL {
            let [_, others] = &mut sets;
            let words = escaped((about.bearing)(bearing));
            others.push_str(&associable(&put(bearing.slug()), &all, &words));
        }
        self.associate(&sets, &key, "false");
    }

    /// Putting things of the second set to those of the first; the key has what belongs to each.
    fn associate(&mut self, sets: &[String; 2], key: &[(&str, String, &Text<'_>)], shuffle: &str) {
        let right = |id: &str, other: &str| [&asked(id), " ", other].concat();
        let pairs: Vec<String> = key.iter().map(|(id, other, _)| right(id, other)).collect();
        let worth: Vec<(String, &str)> = pairs.iter().map(|pair| (pair.clone(), "1")).collect();
        self.respond("RESPONSE", "multiple", "directedPair", &pairs, &worth);
        let given = not(&node("isNull", &[], &variable("RESPONSE")));
        self.rules.push_str(&when(&given, &set("SCORE", &mapped("RESPONSE"))));
        for (id, other, feedback) in key {
            let pair = constant("directedPair", &right(id, other));
            let member = node("member", &[], &[pair, variable("RESPONSE")].concat());
            self.say_text(&identifier(id), feedback, Some(&not(&member)));
        }
        let most = key.len().to_string();
        let attributes = [
            ("responseIdentifier", "RESPONSE"),
            ("shuffle", shuffle),
            ("maxAssociations", most.as_str()),
        ];
        let sets = sets.each_ref().map(|set| node("simpleMatchSet", &[], set)).concat();
        self.body.push_str(&node("matchInteraction", &attributes, &sets));
    }

    fn blanks(&mut self, text: &[Segment<'_>], options: &[Choice<'_>]) -> Result<(), Why> {
        let mut shown = String::new();
        for option in options {
            let name = identifier(option.id.0);
            let words = option.text.plain();
            shown.push_str(&leaf("inlineChoice", &[("identifier", &name)], &words));
        }
        let mut filled = String::new();
        let mut blanks: Vec<(String, String)> = Vec::new();
        for segment in text {
            match segment {
                Segment::Words(words) => filled.push_str(&escaped(words)),
                Segment::Blank(id) => {
                    choice(options, *id).ok_or(Why::NoKey)?;
                    let (asked, name) = (response(blanks.len()), identifier(id.0));
                    let attributes = [("responseIdentifier", asked.as_str()), ("shuffle", "true")];
                    filled.push_str(&node("inlineChoiceInteraction", &attributes, &shown));
                    let key = std::slice::from_ref(&name);
                    self.respond(&asked, "single", "identifier", key, &[]);
                    self.count_if(&same(variable(&asked), &name));
                    blanks.push((asked, name));
                }
            }
        }
        self.body.push_str(&node("p", &[], &filled));
        // A word speaks where it was put wrongly, or is missing.
        for option in options {
            let name = identifier(option.id.0);
            let mut wrong = String::new();
            for (asked, right) in &blanks {
                wrong.push_str(&match *right == name {
                    true => node("isNull", &[], &variable(asked)),
                    false => same(variable(asked), &name),
                });
            }
            self.say_text(&name, &option.feedback, Some(&node("or", &[], &wrong)));
        }
        Ok(())
    }

    fn estimate(&mut self, figures: &[Figure], tolerance: u8, feedback: &Text<'_>) {
        for (at, figure) in figures.iter().enumerate() {
            let asked = response(at);
            let key = [figure.total.to_string()];
            self.respond(&asked, "single", "integer", &key, &[]);
            let attributes = [("responseIdentifier", asked.as_str()), ("expectedLength", "9")];
            let entry = node("textEntryInteraction", &attributes, "");
            let row = [&figure.year.to_string(), ": ", &entry].concat();
            self.body.push_str(&node("p", &[], &row));
            let (from, to) = range(figure, tolerance);
            let bound = |name: &str, bound: u64| {
                let both = [variable(&asked), constant("integer", &bound.to_string())].concat();
                node(name, &[], &both)
            };
            self.count_if(&node("and", &[], &[bound("gte", from), bound("lte", to)].concat()));
        }
        let most = constant("float", &figures.len().to_string());
        let short = node("lt", &[], &[variable("SCORE"), most].concat());
        self.say_text("estimate", feedback, Some(&short));
    }

    fn open(&mut self, rubric: &[Text<'_>], about: &About<'_>) {
        self.respond("RESPONSE", "single", "string", &[], &[]);
        let attributes = [("responseIdentifier", "RESPONSE"), ("expectedLines", "8")];
        self.body.push_str(&node("extendedTextInteraction", &attributes, ""));
        let points: String = rubric.iter().map(|it| leaf_of("li", &[], it)).collect();
        let list = [leaf("p", &[], about.rubric), node("ul", &[], &points)].concat();
        self.body.push_str(&node("rubricBlock", &[("view", "scorer")], &list));
    }

    /// Declares what can be answered: its key, and what each answer is worth.
    fn respond(
        &mut self,
        name: &str,
        cardinality: &str,
        kind: &str,
        key: &[String],
        worth: &[(String, &str)],
    ) {
        let key: String = key.iter().map(|it| leaf("value", &[], it)).collect();
        let worth: String = worth
            .iter()
            .map(|(name, points)| {
                node("mapEntry", &[("mapKey", name), ("mappedValue", points)], "")
            })
            .collect();
        let mut inner = String::new();
        if !key.is_empty() {
            inner.push_str(&node("correctResponse", &[], &key));
        }
        if !worth.is_empty() {
            inner.push_str(&node("mapping", &[("defaultValue", "0")], &worth));
        }
        let attributes = declared(name, cardinality, kind);
        self.responses.push_str(&node("responseDeclaration", &attributes, &inner));
    }

    /// Gives a point under a condition.
    fn count_if(&mut self, condition: &str) {
        let more = node("sum", &[], &[variable("SCORE"), constant("float", "1")].concat());
        self.rules.push_str(&when(condition, &set("SCORE", &more)));
    }

    /// Says an option's feedback, if it has any.
    fn say_text(&mut self, name: &str, text: &Text<'_>, condition: Option<&str>) {
        if !text.is_empty() {
            self.say(&["of-", name].concat(), &blocks(text), condition);
        }
    }

    /// Says something under a condition, or always.
    fn say(&mut self, name: &str, markup: &str, condition: Option<&str>) {
        let more = node("multiple", &[], &[variable("FEEDBACK"), identified(name)].concat());
        let rule = set("FEEDBACK", &more);
        self.rules.push_str(&match condition {
            Some(condition) => when(condition, &rule),
            None => rule,
        });
        let attributes =
            [("outcomeIdentifier", "FEEDBACK"), ("identifier", name), ("showHide", "show")];
        self.feedback.push_str(&node("modalFeedback", &attributes, markup));
    }
}

/// An id as the format admits it: no digit in front, and only some characters.
fn identifier(id: &str) -> String {
    let mut out = String::new();
    if !id.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_') {
        out.push('_');
    }
    for character in id.chars() {
        if character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.') {
            out.push(character);
        } else {
            out.push_str(&["_", &u32::from(character).to_string(), "_"].concat());
        }
    }
    out
}

/// The same for what is given in a pair.
fn asked(id: &str) -> String {
    ["to-", &identifier(id)].concat()
}

/// The same for what is put to it.
fn put(id: &str) -> String {
    ["put-", &identifier(id)].concat()
}

/// Names the answer at one of several places.
fn response(at: usize) -> String {
    ["RESPONSE", &(at + 1).to_string()].concat()
}

fn declared<'n>(name: &'n str, cardinality: &'n str, kind: &'n str) -> [(&'n str, &'n str); 3] {
    [("identifier", name), ("cardinality", cardinality), ("baseType", kind)]
}

fn leaf_of(name: &str, attributes: &[(&str, &str)], text: &Text<'_>) -> String {
    node(name, attributes, &line(text))
}

fn associable(name: &str, most: &str, markup: &str) -> String {
    node("simpleAssociableChoice", &[("identifier", name), ("matchMax", most)], markup)
}

fn variable(name: &str) -> String {
    node("variable", &[("identifier", name)], "")
}

fn mapped(name: &str) -> String {
    node("mapResponse", &[("identifier", name)], "")
}

fn constant(kind: &str, value: &str) -> String {
    leaf("baseValue", &[("baseType", kind)], value)
}

fn identified(name: &str) -> String {
    constant("identifier", name)
}

fn same(one: String, name: &str) -> String {
    node("match", &[], &[one, identified(name)].concat())
}

fn not(condition: &str) -> String {
    node("not", &[], condition)
}

fn set(name: &str, value: &str) -> String {
    node("setOutcomeValue", &[("identifier", name)], value)
}

fn when(condition: &str, rule: &str) -> String {
    node("responseCondition", &[], &node("responseIf", &[], &[condition, rule].concat()))
}

#[cfg(test)]
mod tests {
    use super::super::rules::{Outcome, Value, run};
    use super::super::samples::{self, about, every, parsed};
    use super::super::well_formed::Element;
    use super::*;
    use crate::{Answer, Fault, grade};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn exported(question: &Question<'_>) -> Element {
        let export = export(&[question], &about());
        assert_eq!(export.left_out, []);
        let [_, _, (_, item)] = export.files.as_slice() else { panic!("three files") };
        parsed(item)
    }

    /// What the rules make of an answer that our grading reads.
    fn outcome(item: &Element, task: &Task<'_>, answer: &Answer) -> Outcome {
        let named = |ids: &[String]| ids.iter().map(|id| identifier(id)).collect::<Value>();
        let mut answers = BTreeMap::new();
        let mut give = |name: &str, value: Value| answers.insert(name.to_owned(), value);
        match answer {
            Answer::One(id) => drop(give("RESPONSE", vec![identifier(id)])),
            Answer::Several(ids) | Answer::Order(ids) => drop(give("RESPONSE", named(ids))),
            Answer::Pairs(pairs) => match task {
                Task::WordBank { .. } => {
                    for (at, id) in pairs {
                        give(&response(at.parse().unwrap()), vec![identifier(id)]);
                    }
                }
                Task::Estimate { figures, .. } => {
                    for (year, number) in pairs {
                        let at = figures.iter().position(|it| it.year.to_string() == *year);
                        give(&response(at.unwrap()), vec![number.clone()]);
                    }
                }
                _ => {
                    let pair = |(id, other): &(String, String)| [asked(id), put(other)].join(" ");
                    give("RESPONSE", pairs.iter().map(pair).collect());
                }
            },
            Answer::Own { .. } => {}
        }
        run(item, &answers)
    }

    fn all() -> Vec<Question<'static>> {
        [every(), samples::with_one_answer(), samples::real()].concat()
    }

    fn names<T>(all: &[T], id: impl Fn(&T) -> ChoiceId<'static>) -> Vec<String> {
        all.iter().map(|it| id(it).0.to_owned()).collect()
    }

    /// Any answer to a task that is complete.
    fn any_answer(task: &Task<'static>) -> BoxedStrategy<Answer> {
        let pairs = |to: Vec<String>, put: Vec<String>| {
            let each = proptest::collection::vec(proptest::sample::select(put), to.len());
            each.prop_map(move |put| Answer::Pairs(to.iter().cloned().zip(put).collect())).boxed()
        };
        match task {
            Task::ChooseOne { options, .. } => {
                proptest::sample::select(names(options, |it| it.id)).prop_map(Answer::One).boxed()
            }
            Task::ChooseSeveral { options, .. } => {
                let all = names(options, |it| it.id);
                let most = all.len();
                proptest::sample::subsequence(all, 0..=most).prop_map(Answer::Several).boxed()
            }
            Task::Order { key, .. } => {
                Just(names(key, |it| *it)).prop_shuffle().prop_map(Answer::Order).boxed()
            }
            Task::Match { pairs: all } => {
                let ids = names(all, |it| it.id);
                pairs(ids.clone(), ids)
            }
            Task::WeighSources { sources } => {
                let bearings = Bearing::ALL.map(|it| it.slug().to_owned());
                pairs(names(sources, |it| it.id), bearings.into())
            }
            Task::WordBank { options, .. } => {
                let blanks = (0..out_of(task)).map(|at| at.to_string()).collect();
                pairs(blanks, names(options, |it| it.id))
            }
            Task::Estimate { figures, .. } => {
                let years: Vec<String> = figures.iter().map(|it| it.year.to_string()).collect();
                let of_each = years.len();
                proptest::collection::vec(10_000u32..50_000, of_each)
                    .prop_map(move |numbers| {
                        let numbers = numbers.iter().map(u32::to_string);
                        Answer::Pairs(years.iter().cloned().zip(numbers).collect())
                    })
                    .boxed()
            }
            Task::FindOnMap { .. } | Task::Open { .. } => {
                Just(Answer::Own { text: String::new(), met: vec![] }).boxed()
            }
        }
    }

    /// Options whose feedback an answer brings here, by their places.
    fn spoken(task: &Task<'static>, faults: &[Fault<'static>]) -> Vec<String> {
        let mut ids: Vec<String> = match task {
            Task::Estimate { .. } if faults.is_empty() => vec![],
            Task::Estimate { .. } => vec!["of-estimate".to_owned()],
            _ => faults
                .iter()
                .filter_map(|fault| Some(["of-", &identifier(fault.choice()?.0)].concat()))
                .collect(),
        };
        ids.push("explanation".to_owned());
        ids.sort();
        ids.dedup();
        ids
    }

    proptest! {
        #[test]
        fn rules_give_our_points_and_our_feedback(
            (question, answer) in proptest::sample::select(all()).prop_flat_map(|question| {
                let answer = any_answer(&question.task);
                (Just(question), answer)
            })
        ) {
            if matches!(question.task, Task::FindOnMap { .. } | Task::Open { .. }) {
                return Ok(());
            }
            let item = exported(&question);
            let ours = grade(&question.task, &answer).unwrap();
            let theirs = outcome(&item, &question.task, &answer);
            prop_assert_eq!(theirs.score, f64::from(ours.points));
            let most = item.all("outcomeDeclaration").nth(1).unwrap();
            prop_assert_eq!(&most.get("defaultValue/value").words, &ours.out_of.to_string());
            let silent = matches!(&answer, Answer::Several(chosen) if chosen.is_empty());
            if !silent {
                let mut said = theirs.feedback.clone();
                said.sort();
                prop_assert_eq!(said, spoken(&question.task, &ours.faults));
            }
            for name in &theirs.feedback {
                prop_assert!(item.all("modalFeedback").any(|it| it.attribute("identifier") == Some(name)));
            }
        }
    }

    #[test]
    fn no_answer_earns_nothing() {
        for question in every() {
            if matches!(question.task, Task::FindOnMap { .. }) {
                continue;
            }
            let nothing = run(&exported(&question), &BTreeMap::new());
            assert_eq!(nothing.score, 0.0, "{}", question.id);
            assert!(nothing.feedback.contains(&"explanation".to_owned()));
        }
    }

    #[test]
    fn a_package_lists_its_files() {
        let questions = every();
        let questions: Vec<&Question<'_>> = questions.iter().collect();
        let export = export(&questions, &about());
        assert_eq!(export.left_out, [("find-on-map".to_owned(), Why::NeedsMap)]);
        let names: Vec<&str> = export.files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(&names[..3], ["imsmanifest.xml", "test.xml", "items/choose-one.xml"]);
        assert_eq!(names.len(), 10);
        let manifest = parsed(&export.files[0].1);
        let resources: Vec<&Element> = manifest.get("resources").all("resource").collect();
        let listed: Vec<&str> = resources.iter().filter_map(|it| it.attribute("href")).collect();
        assert_eq!(listed, names[1..]);
        assert_eq!(resources[0].all("dependency").count(), 8);
        let test = parsed(&export.files[1].1);
        let references = test.deep("assessmentItemRef");
        let referred: Vec<&str> = references.iter().filter_map(|it| it.attribute("href")).collect();
        assert_eq!(referred, names[2..]);
        assert_eq!(references[0].attribute("category"), Some("medium sources"));
        assert_eq!(test.attribute("title"), Some(about().title));
    }

    #[test]
    fn an_item_has_its_words_and_its_key() {
        let question = every().remove(0);
        let item = exported(&question);
        assert_eq!(item.attribute("identifier"), Some("choose-one"));
        assert_eq!(item.get("responseDeclaration/correctResponse/value").words, "_1963");
        let shown = item.deep("simpleChoice");
        assert_eq!(shown[0].words, samples::NASTY);
        assert_eq!(shown[1].attribute("identifier"), Some("_1963"));
        assert_eq!(item.get("itemBody/p/em").words, "two & <3>");
        assert_eq!(item.get("itemBody/p").words, "One \t.");
        let said = item.all("modalFeedback").last().unwrap();
        let address = "Settled in https://example.org/gates/#/read/union-1970/six";
        assert_eq!(said.all("p").last().unwrap().words, address);
    }

    #[test]
    fn identifiers_are_sound() {
        assert_eq!(identifier("a-b.c_1"), "a-b.c_1");
        assert_eq!(identifier("1963"), "_1963");
        assert_eq!(identifier("a:b é"), "a_58_b_32__233_");
        assert_eq!(identifier(""), "_");
    }

    #[test]
    fn who_grades_sees_the_rubric() {
        let open = every().pop().unwrap();
        let item = exported(&open);
        let rubric = item.get("itemBody/rubricBlock");
        assert_eq!(rubric.attribute("view"), Some("scorer"));
        assert_eq!(rubric.get("ul").children.len(), 2);
    }
}
