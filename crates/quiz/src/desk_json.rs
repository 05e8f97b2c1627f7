//! The results of a class as JSON, for programs that count on.
//!
//! ```json
//! {"format":"open-gates-class","version":1,"results":[
//! {"student":"7","minutes":12,"paper":"1A2B-…","points":4,"outOf":5,"ownWords":0,"ownWordsOutOf":0,
//!  "beside":"","code":"2C3D-…","items":[{"item":"study-group","points":1,"outOf":1,"answer":"…"}]}
//! ],"analysis":[
//! {"item":"study-group","papers":30,"answers":28,"difficulty":60,"discrimination":41,
//!  "parts":[{"part":"","right":18,"left":2,"choices":[{"choice":"a","key":true,"chosen":18}]}]}
//! ]}
//! ```
//!
//! Each result, and the analysis of each item, stands on a line of its own. `ownWords` are points that the student judged, apart from
//! the others. `answer` is written as [`Answer::write`](crate::Answer::write) writes it, and is missing
//! where the code tells only of points. `discrimination` is null where it is undefined; what `parts` and
//! `choices` are is told at the head of [`analysis`](crate::analysis). Whoever reads the file back needs only `beside` and `code`: all
//! else follows from these.

use crate::analysis::{ItemAnalysis, Part};
use crate::desk::{Desk, Entry};
use crate::grade::out_of;
use crate::paper::PaperCode;
use crate::result::Told;
use std::fmt::Write as _;
use story::Question;

/// What the file says that it is.
const FORMAT: &str = "open-gates-class";

/// The results of a desk, with the items that each paper asked, in its order, and what they say of each.
pub fn write_json<'a>(
    desk: &Desk,
    analysis: &[ItemAnalysis<'_>],
    mut items: impl FnMut(&PaperCode) -> Vec<&'a Question<'a>>,
) -> String {
    let mut out = ["{\"format\":\"", FORMAT, "\",\"version\":1,\"results\":["].concat();
    for (at, entry) in desk.entries.iter().enumerate() {
        out.push_str(if at > 0 { ",\n" } else { "\n" });
        write_entry(&mut out, entry, &items(&entry.result.paper));
    }
    out.push_str("\n],\"analysis\":[");
    for (at, item) in analysis.iter().enumerate() {
        out.push_str(if at > 0 { ",\n" } else { "\n" });
        write_item(&mut out, item);
    }
    out.push_str("\n]}\n");
    out
}

fn write_item(out: &mut String, item: &ItemAnalysis<'_>) {
    out.push_str("{\"item\":");
    push_text(out, item.id);
    let discrimination = item.discrimination.map_or("null".to_owned(), |it| it.to_string());
    let _ = write!(
        out,
        ",\"papers\":{},\"answers\":{},\"difficulty\":{},\"discrimination\":{discrimination},\"parts\":[",
        item.papers, item.answers, item.difficulty,
    );
    for (at, part) in item.parts.iter().enumerate() {
        out.push_str(if at > 0 { "," } else { "" });
        write_part(out, part);
    }
    out.push_str("]}");
}

fn write_part(out: &mut String, part: &Part) {
    out.push_str("{\"part\":");
    push_text(out, &part.id);
    let _ = write!(out, ",\"right\":{},\"left\":{},\"choices\":[", part.right, part.left);
    for (at, chosen) in part.choices.iter().enumerate() {
        out.push_str(if at > 0 { ",{\"choice\":" } else { "{\"choice\":" });
        push_text(out, &chosen.id);
        let _ = write!(out, ",\"key\":{},\"chosen\":{}}}", chosen.is_key, chosen.count);
    }
    out.push_str("]}");
}

fn write_entry(out: &mut String, entry: &Entry, questions: &[&Question<'_>]) {
    let result = &entry.result;
    out.push_str("{\"student\":");
    push_text(out, &result.who.text());
    let _ = write!(
        out,
        ",\"minutes\":{},\"paper\":\"{}\",\"points\":{},\"outOf\":{},\"ownWords\":{},\"ownWordsOutOf\":{}",
        result.minutes,
        result.paper.write(),
        entry.all.points,
        entry.all.out_of,
        entry.by_reader.points,
        entry.by_reader.out_of,
    );
    out.push_str(",\"beside\":");
    push_text(out, &entry.beside);
    out.push_str(",\"code\":");
    push_text(out, &entry.code);
    out.push_str(",\"items\":[");
    for (at, (question, told)) in questions.iter().zip(&result.told).enumerate() {
        out.push_str(if at > 0 { ",{\"item\":" } else { "{\"item\":" });
        push_text(out, question.id.0);
        let points = told.as_ref().map_or(0, |told| told.points(&question.task));
        let _ = write!(out, ",\"points\":{points},\"outOf\":{}", out_of(&question.task));
        if let Some(Told::Answer(answer)) = told {
            out.push_str(",\"answer\":");
            push_text(out, &answer.write());
        }
        out.push('}');
    }
    out.push_str("]}");
}

/// Adds a text as JSON has it (RFC 8259).
fn push_text(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            control if u32::from(control) < 0x20 => {
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            // Some readers of JSON take these for ends of lines.
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;
    use crate::desk::read_lines;
    use crate::result::samples;
    use crate::{Answer, ResultCode, Sheet, Who};
    use proptest::prelude::*;
    use story::Task;

    proptest! {
        #[test]
        fn a_text_is_read_again_by_others(text in any::<String>()) {
            let mut out = String::new();
            push_text(&mut out, &text);
            prop_assert_eq!(serde_json::from_str::<String>(&out).unwrap(), text);
        }
    }

    #[test]
    fn results_are_read_again_by_others() {
        let questions = samples::questions();
        let tasks: Vec<Task<'_>> = questions.iter().map(|it| it.task.clone()).collect();
        let told = samples::all_told(&tasks, 5);
        let paper = samples::paper(tasks.len() as u8, 5);
        let result = ResultCode { paper, who: Who::Number(7), minutes: 12, told };
        let code = result.write(&samples::asked(&tasks)).unwrap();
        let desk =
            read_lines(&format!("Ana \"A\" Cohen: {code}"), |_| Some(samples::asked(&tasks)));
        let [entry] = desk.entries.as_slice() else { panic!("{:?}", desk.problems) };
        let told = entry.result.told.iter().map(Option::as_ref);
        let sheet = Sheet { items: questions.iter().zip(told).collect() };
        let analysis = analyse(&[sheet]);
        let json = write_json(&desk, &analysis, |_| questions.iter().collect());
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!((read["format"].as_str(), read["version"].as_u64()), (Some(FORMAT), Some(1)));
        let [result] = read["results"].as_array().unwrap().as_slice() else { panic!("{json}") };
        let text = |name: &str| result[name].as_str().unwrap().to_owned();
        assert_eq!([text("student"), text("code")], ["7".to_owned(), code]);
        assert_eq!(text("beside"), "Ana \"A\" Cohen");
        let number = |name: &str| result[name].as_u64();
        assert_eq!(number("minutes"), Some(12));
        assert_eq!(number("points"), Some(u64::from(entry.all.points)));
        let items = result["items"].as_array().unwrap();
        let sum = |name: &str| items.iter().map(|it| it[name].as_u64().unwrap()).sum::<u64>();
        let (all, own) = (entry.all, entry.by_reader);
        assert_eq!(sum("points"), u64::from(all.points + own.points));
        assert_eq!(sum("outOf"), u64::from(all.out_of + own.out_of));
        for (item, (question, told)) in items.iter().zip(questions.iter().zip(&entry.result.told)) {
            assert_eq!(item["item"], question.id.0);
            let answer = item.get("answer").map(|it| Answer::parse(it.as_str().unwrap()).unwrap());
            let known = match told {
                Some(Told::Answer(answer)) => Some(answer.clone()),
                _ => None,
            };
            assert_eq!(answer, known);
        }
        let said = read["analysis"].as_array().unwrap();
        assert_eq!(said.len(), analysis.len());
        for (said, item) in said.iter().zip(&analysis) {
            assert_eq!(said["item"], item.id);
            assert_eq!(said["difficulty"].as_u64(), Some(u64::from(item.difficulty)));
            assert!(said["discrimination"].is_null());
            assert_eq!(said["parts"].as_array().unwrap().len(), item.parts.len());
            for (said, part) in said["parts"].as_array().unwrap().iter().zip(&item.parts) {
                assert_eq!(said["part"], part.id);
                assert_eq!(said["right"].as_u64(), Some(u64::from(part.right)));
                let said = said["choices"].as_array().unwrap();
                assert_eq!(said.len(), part.choices.len());
                for (said, chosen) in said.iter().zip(&part.choices) {
                    assert_eq!(said["choice"], chosen.id);
                    assert_eq!(said["key"].as_bool(), Some(chosen.is_key));
                    assert_eq!(said["chosen"].as_u64(), Some(u64::from(chosen.count)));
                }
            }
        }
    }
}
