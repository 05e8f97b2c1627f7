//! Map geometry.
