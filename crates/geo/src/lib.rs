//! Map geometry: where places fall on the drawing, and how to move among them.
//!
//! Everything here is pure arithmetic in one drawing space of
//! [`outline::WIDTH`] × [`outline::HEIGHT`] units, x to the right, y downward.
//!
//! | module | answers |
//! |---|---|
//! | [`albers`] | where on the drawing is this latitude and longitude? |
//! | [`outline`] | what does the land look like, and where is each state? |
//! | [`distance`] | how many kilometres lie between two places? |
//! | [`neighbours`] | which marker does an arrow key lead to? |
//! | [`crowds`] | which markers lie so close that they are drawn as one? |
//! | [`spread`] | where do crowded markers go so that none covers another? |

pub mod albers;
pub mod crowds;
pub mod distance;
pub mod neighbours;
pub mod outline;
mod outline_data;
pub mod spread;

/// A position on the drawing, in drawing units: x to the right, y downward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Units from the left.
    pub x: f64,
    /// Units from the top.
    pub y: f64,
}
