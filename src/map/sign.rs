//! Signs on the map: a shape for each kind of group, told apart without colour.

use story::GroupKind;

/// The sign of a kind, as markup, drawn in a box of 24 by 24.
///
/// The state of a group (active, perhaps, not yet, ended) is drawn by the style sheet, from the
/// `data-activity` of what the sign stands in: filled, dashed, faint, or struck through.
pub(super) fn sign(kind: GroupKind) -> String {
    let shape = match kind {
        GroupKind::Grassroots => "M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14z",
        GroupKind::Student => "M12 4 20.5 19h-17z",
        GroupKind::Umbrella => {
            "M12 2.500a9.500 9.500 0 1 0 0 19a9.500 9.500 0 1 0 0-19zM12 8.500a3.500 3.500 0 1 1 0 7a3.500 3.500 0 1 1 0-7z"
        }
        GroupKind::Establishment => "M5 5h14v14H5z",
        GroupKind::Interfaith => "M12 2.500 21.500 12 12 21.500 2.500 12z",
        GroupKind::Militant => "M4 7 7 4l5 5 5-5 3 3-5 5 5 5-3 3-5-5-5 5-3-3 5-5z",
    };
    [
        "<svg class=\"sign\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><path class=\"shape\" \
         fill-rule=\"evenodd\" d=\"",
        shape,
        "\"/><path class=\"strike\" d=\"M3 21 21 3\"/></svg>",
    ]
    .concat()
}
