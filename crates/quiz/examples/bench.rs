//! What drawing and grading papers costs as items grow: `cargo xtask bench quiz`.
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use quiz::paper::{Item, KINDS};
use quiz::{Answer, Blueprint, Mix, draw, grade};
use std::hint::black_box;
use std::time::Instant;
use story::{Choice, ChoiceId, Difficulty, Task, Text};

/// How many items.
const COUNTS: [usize; 3] = [100, 1_000, 10_000];

/// How often each is measured; the least time counts, since others are disturbed.
const TIMES: usize = 25;

fn main() {
    let mut rows: Vec<(&str, Vec<f64>)> =
        vec![("drawing a paper of 60", Vec::new()), ("grading all items", Vec::new())];
    for count in COUNTS {
        let ids: Vec<String> = (0..count).map(|at| format!("item-{at}")).collect();
        let items: Vec<Item<'_>> = ids.iter().enumerate().map(item).collect();
        let blueprint = Blueprint { chapters: 0, kinds: 0, count: 60, mix: Mix::Balanced };
        let mut seed = 0;
        let drawing = least(|| {
            seed += 1;
            black_box(draw(&items, &blueprint, seed));
        });
        let task = choose();
        let answer = Answer::Several(vec!["a".to_owned(), "b".to_owned()]);
        let grading = least(|| {
            for _ in 0..count {
                let _ = black_box(grade(&task, &answer));
            }
        });
        for ((_, times), time) in rows.iter_mut().zip([drawing, grading]) {
            times.push(time);
        }
    }
    println!("\nPapers, as items grow: microseconds, the least of {TIMES}");
    print!("{:<24}", "");
    COUNTS.iter().for_each(|count| print!("{count:>10}"));
    println!("{:>14}{:>16}", "100 → 1,000", "1,000 → 10,000");
    for (what, times) in rows {
        print!("{what:<24}");
        times.iter().for_each(|time| print!("{time:>10.1}"));
        let ratio =
            |from: usize| times.get(from + 1).zip(times.get(from)).map_or(0.0, |(b, a)| b / a);
        println!("{:>13.1}×{:>15.1}×", ratio(0), ratio(1));
    }
}

fn item<'a>((at, id): (usize, &'a String)) -> Item<'a> {
    let difficulty = [Difficulty::Easy, Difficulty::Medium, Difficulty::Hard];
    Item {
        id,
        chapter: at % 11,
        kind: (at % KINDS.len()) as u8,
        difficulty: difficulty.get(at % 3).copied().unwrap_or(Difficulty::Easy),
    }
}

fn choose() -> Task<'static> {
    let option = |id| Choice { id: ChoiceId(id), text: Text::default(), feedback: Text::default() };
    Task::ChooseSeveral {
        options: ["a", "b", "c", "d", "e"].map(option).to_vec(),
        key: vec![ChoiceId("a"), ChoiceId("d")],
    }
}

/// The least time of several, in microseconds.
fn least(mut run: impl FnMut()) -> f64 {
    (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1e6
        })
        .fold(f64::INFINITY, f64::min)
}
