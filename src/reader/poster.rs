//! The drawings behind chapter titles: our own geometry, two inks and paper.

use leptos::prelude::*;
use std::fmt::Write as _;
use story::Poster;

/// The drawing that a poster names; a plain halftone for a name that is not known.
#[component]
pub(super) fn PosterArt(
    /// The poster.
    poster: &'static Poster<'static>,
) -> impl IntoView {
    view! {
        <svg class="art" viewBox="600 0 600 420" preserveAspectRatio="xMaxYMid slice" role="img" aria-label=poster.alt focusable="false">
            {drawing(poster.art)}
        </svg>
    }
}

fn drawing(art: &str) -> AnyView {
    match art {
        "doors" => doors().into_any(),
        "chairs" => chairs().into_any(),
        "march" => march().into_any(),
        _ => view! { <g>{halftone(Halftone { columns: 24, rows: 11, left: 560.0, smallest: 2.0, largest: 15.0 })}</g> }.into_any(),
    }
}

/// Two doors ajar, printed out of register.
fn doors() -> impl IntoView {
    view! {
        <g>
            {halftone(Halftone { columns: 20, rows: 11, left: 690.0, smallest: 1.0, largest: 13.0 })}
            <path class="paper" d="M770 420V90l90-50v380zM1010 420V40l90 50v330z"/>
            <path class="second" d="M782 426V98l90-50v378zM1022 426V48l90 50v328z"/>
            <path class="ink" d="M836 232a10 10 0 1 0 20 0 10 10 0 1 0-20 0M1030 232a10 10 0 1 0 20 0 10 10 0 1 0-20 0"/>
            <path class="paper" d="M884 420 905 60h82l24 360z"/>
        </g>
    }
}

/// A long table with two dozen chairs, and one end of it empty.
fn chairs() -> impl IntoView {
    let mut seats = String::new();
    for at in 0..12 {
        let x = 700.0 + 38.0 * f64::from(at);
        let lift = f64::from(at) * 9.0;
        let _ = write!(
            seats,
            "M{x:.0} {:.0}h26v26h-26zM{x:.0} {:.0}h26v26h-26z",
            190.0 - lift,
            330.0 - lift
        );
    }
    view! {
        <g>
            {halftone(Halftone { columns: 22, rows: 11, left: 690.0, smallest: 1.0, largest: 9.0 })}
            <path class="ink" d=seats/>
            <path class="paper" d="M664 246 1160 132v70L664 316z"/>
            <path class="second" d="M676 256 1172 142v70L676 326z"/>
        </g>
    }
}

/// Placards without words above a line of marchers' feet.
fn march() -> impl IntoView {
    let mut placards = String::new();
    let mut poles = String::new();
    for at in 0..9 {
        let step = f64::from(at);
        let x = 668.0 + 58.0 * step;
        let top = 60.0 + 34.0 * (step * 1.9).sin().abs();
        let _ = write!(placards, "M{x:.0} {top:.0}h48v62h-48z");
        let _ = write!(poles, "M{:.0} {:.0}h7V420h-7z", x + 20.0, top + 62.0);
    }
    view! {
        <g>
            {halftone(Halftone { columns: 20, rows: 11, left: 680.0, smallest: 1.0, largest: 11.0 })}
            <path class="ink" d=poles/>
            <path class="paper" d=placards.clone()/>
            <path class="second" d=placards transform="translate(7 6)"/>
        </g>
    }
}

/// A grid of dots that grow from column to column.
struct Halftone {
    columns: u16,
    rows: u16,
    /// Left edge, in drawing units; the right edge is that of the drawing, 1200.
    left: f64,
    /// Radius in the first column.
    smallest: f64,
    /// Radius in the last column.
    largest: f64,
}

/// The dots of a halftone: each column is one line, dashed with dashes of no length whose round
/// caps are the dots. That is a twentieth of the bytes of as many circles.
fn halftone(of: Halftone) -> impl IntoView {
    let pitch = (1200.0 - of.left) / f64::from(of.columns);
    let spacing = 420.0 / f64::from(of.rows);
    let columns = (0..of.columns)
        .map(|column| {
            let grown = f64::from(column) / f64::from(of.columns.max(2) - 1);
            let width = 2.0 * (of.smallest + (of.largest - of.smallest) * grown);
            let x = of.left + pitch * (f64::from(column) + 0.5);
            let top = if column % 2 == 0 { 0.25 * spacing } else { 0.75 * spacing };
            view! { <path d=format!("M{x:.0} {top:.0}V440") stroke-width=format!("{width:.1}")/> }
        })
        .collect_view();
    view! { <g class="dots" stroke-dasharray=format!("0 {spacing:.1}")>{columns}</g> }
}
