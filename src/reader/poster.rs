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
        "curtain" => curtain().into_any(),
        "walls" => walls().into_any(),
        "plane" => plane().into_any(),
        "table" => table().into_any(),
        "lever" => lever().into_any(),
        "thread" => thread().into_any(),
        "gates" => gates().into_any(),
        "ripples" => ripples().into_any(),
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

/// A heavy curtain in folds; one fold is lifted, and light falls through.
fn curtain() -> impl IntoView {
    let mut folds = String::new();
    let mut seams = String::new();
    for at in 0..13 {
        let x = 668.0 + 42.0 * f64::from(at);
        // The fold that is lifted, and its neighbour that leans away from it.
        let (left, right) = match at {
            5 => (-64.0, -34.0),
            6 => (58.0, 20.0),
            _ => (0.0, 0.0),
        };
        let _ = write!(folds, "M{x:.0} 0h42L{:.0} 420h-42z", x + 42.0 + left + right);
        let _ = write!(seams, "M{:.0} 0 {:.0} 420", x + 10.0, x + 10.0 + left + right);
    }
    view! {
        <g>
            <path class="second" d="M878 0h84l110 420H760z"/>
            <path class="paper" d="M918 0h8l26 420h-60z"/>
            <path class="ink" d=folds/>
            <path class="thin" d=seams/>
        </g>
    }
}

/// A wall of blocks, cracked where a horn points at it.
fn walls() -> impl IntoView {
    let mut blocks = String::new();
    for row in 0..7 {
        for column in 0..5 {
            let y = 60.0 * f64::from(row);
            let shift = if row % 2 == 0 { 0.0 } else { 52.0 };
            // The crack parts the wall and pushes what is right of it away.
            let crack = 28.0 * (f64::from(row) * 1.7).sin().abs();
            let x = 742.0 + 104.0 * f64::from(column) - shift;
            let x = if x > 880.0 { x + 34.0 + crack } else { x - crack / 2.0 };
            let _ = write!(blocks, "M{x:.0} {y:.0}h97v53h-97z");
        }
    }
    view! {
        <g>
            {halftone(Halftone { columns: 18, rows: 11, left: 760.0, smallest: 1.0, largest: 8.0 })}
            <path class="ink" d=blocks/>
            <path class="paper" d="M608 342c96 20 190-22 232-118l70 34c-66 118-196 168-308 128z"/>
            <path class="second" d="M616 350c96 20 190-22 232-118l70 34c-66 118-196 168-308 128z"/>
        </g>
    }
}

/// A small aeroplane, held by six lines that meet.
fn plane() -> impl IntoView {
    let mut lines = String::new();
    for at in 0..6 {
        let _ = write!(lines, "M930 168 {:.0} 420", 630.0 + 110.0 * f64::from(at));
    }
    view! {
        <g>
            {halftone(Halftone { columns: 18, rows: 11, left: 720.0, smallest: 1.0, largest: 7.0 })}
            <path class="stroke second-stroke" d=lines/>
            <g transform="rotate(-16 930 150)">
                <path class="ink" d="M760 150c10-16 34-20 62-20h70l-46-92h36l92 92h82l34-50h28l-14 58v24l14 58h-28l-34-50h-82l-92 92h-36l46-92h-70c-28 0-52-4-62-20z"/>
                <path class="paper" d="M790 143h14v14h-14zM822 143h10v14h-10zM846 143h10v14h-10z"/>
            </g>
            <circle class="paper" cx="930" cy="168" r="9"/>
        </g>
    }
}

/// A round table from above, split; chairs on both sides.
fn table() -> impl IntoView {
    let mut chairs = String::new();
    for at in 0..12 {
        let turn = (f64::from(at) + 0.5) * std::f64::consts::TAU / 12.0;
        let (x, y) = (950.0 + 204.0 * turn.cos(), 246.0 + 156.0 * turn.sin());
        // One chair is red, and drawn by itself.
        if at != 4 {
            let _ = write!(chairs, "M{:.0} {:.0}h44v30h-44z", x - 22.0, y - 15.0);
        }
    }
    view! {
        <g>
            {halftone(Halftone { columns: 16, rows: 11, left: 740.0, smallest: 1.0, largest: 8.0 })}
            <path class="ink" d=chairs/>
            <path class="second" d="M777 336h58v42h-58z"/>
            <ellipse class="ink" cx="950" cy="246" rx="160" ry="118"/>
            <path class="paper" d="M938 120l34 54-46 38 52 50-40 44 26 66h26l-22-62 44-48-54-50 46-40-40-56z"/>
        </g>
    }
}

/// A long beam on a wedge, and the block that it lifts.
fn lever() -> impl IntoView {
    view! {
        <g>
            {halftone(Halftone { columns: 18, rows: 11, left: 700.0, smallest: 1.0, largest: 9.0 })}
            <path class="second" d="M990 262 1082 420H898z"/>
            <path class="ink" d="M624 340 1184 190l8 30L632 370z"/>
            <path class="paper" d="M1034 98l124-33 36 128-124 33z"/>
            <path class="ink" d="M1042 104l110-30 30 112-110 30z"/>
            <path class="ink" d="M600 404h600v16H600z"/>
        </g>
    }
}

/// An envelope and a receiver, joined by one cord.
fn thread() -> impl IntoView {
    view! {
        <g>
            {halftone(Halftone { columns: 16, rows: 11, left: 760.0, smallest: 1.0, largest: 7.0 })}
            <g transform="translate(44 6)">
            <path class="stroke second-stroke" d="M786 300c-90 40-120 100-20 108s180-40 170-110-120-60-96 0 150 70 196-10 40-90 24-128"/>
            <path class="ink" d="M636 176h196v132H636z"/>
            <path class="paper" d="M648 188h172l-86 66zM648 202v94h172v-94l-86 66z"/>
            <path class="ink" d="M944 96c44-62 158-70 214-14l-8 66c-8 10-60 14-66 2l-8-36c-22-14-52-12-72 4l6 36c-4 14-54 22-64 14z"/>
            </g>
        </g>
    }
}

/// Two gates swung open, the sun between them, and people passing.
fn gates() -> impl IntoView {
    let mut people = String::new();
    for at in 0..9 {
        let (x, y) = (838.0 + 23.0 * f64::from(at), 352.0 + 12.0 * (f64::from(at) * 2.1).sin());
        let _ = write!(
            people,
            "M{x:.0} {y:.0}l4-28h10l4 28-4 40h-10zM{:.0} {:.0}a6 6 0 1 0 12 0 6 6 0 1 0-12 0",
            x + 3.0,
            y - 37.0
        );
    }
    view! {
        <g>
            {halftone(Halftone { columns: 20, rows: 11, left: 680.0, smallest: 1.0, largest: 9.0 })}
            <circle class="second" cx="930" cy="236" r="118"/>
            <path class="paper" d="M640 0h28v420h-28zM1200 0h-28v420h28zM680 20l130 46v354H680zM1180 20l-130 46v354h130z"/>
            <path class="ink" d="M704 52l20 7v361h-20zM742 66l20 7v347h-20zM780 79l16 6v335h-16zM1156 52l-20 7v361h20zM1118 66l-20 7v347h20zM1080 79l-16 6v335h16z"/>
            <path class="ink" d=people/>
        </g>
    }
}

/// Rings that spread from a stone.
fn ripples() -> impl IntoView {
    let rings = (1..7)
        .map(|ring| {
            let class = if ring == 6 { "stroke second-stroke" } else { "stroke" };
            let (rx, ry) = (46 * ring, 25 * ring);
            view! { <ellipse class=class cx="930" cy="262" rx=rx ry=ry/> }
        })
        .collect_view();
    view! {
        <g>
            {halftone(Halftone { columns: 18, rows: 11, left: 720.0, smallest: 1.0, largest: 7.0 })}
            {rings}
            <path class="paper" d="M906 10h16v120h-16zM938 30h12v90h-12zM876 36h12v84h-12z"/>
            <path class="ink" d="M892 176l34-26 40 10 22 38-22 44-46 12-34-26z"/>
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
