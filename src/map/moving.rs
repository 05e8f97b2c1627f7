//! Moving the map by hand: the wheel with Ctrl, two fingers, dragging what is larger than its frame.
//!
//! One finger and the bare wheel stay the page's: whoever scrolls past the map is not caught by it.

use super::state::MapState;
use super::viewport::{Place, Viewport};
use crate::shell::events::{on_element, within};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Event, HtmlElement, PointerEvent, WheelEvent};

/// How many pixels of the wheel double the size.
const DOUBLE: f64 = 300.0;

/// A finger or the mouse on the map: its id, and where it is in parts of the frame.
type Pointer = (i32, Place);

/// Lets the map in a frame be moved from now on.
pub(super) fn start(frame: &HtmlElement, state: MapState) {
    let held: Rc<RefCell<Vec<Pointer>>> = Rc::default();
    let target = frame.clone();
    let wheel = move |event: Event| {
        let Some(event) = event.dyn_ref::<WheelEvent>() else { return };
        if !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        event.prevent_default();
        let pixels = match event.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => event.delta_y() * 16.0,
            _ => event.delta_y(),
        };
        let at = part_of(&target, f64::from(event.client_x()), f64::from(event.client_y()));
        let turned = pixels.abs().min(DOUBLE) / DOUBLE;
        let factor = if pixels < 0.0 { 1.0 + turned } else { 1.0 / (1.0 + turned) };
        move_by(state, |view| view.zoomed(factor, at));
    };
    on_wheel(frame, wheel);
    let (pointers, target) = (Rc::clone(&held), frame.clone());
    on_element(frame, "pointerdown", move |event| {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        let on_control = within(event, "button").is_some();
        // A sign is pressed, not dragged; fingers may begin anywhere.
        if event.button() == 0 && !(on_control && event.pointer_type() == "mouse") {
            pointers.borrow_mut().push((event.pointer_id(), place(&target, event)));
            if event.pointer_type() == "mouse" {
                let _ = target.set_pointer_capture(event.pointer_id());
            }
        }
    });
    let (pointers, target) = (Rc::clone(&held), frame.clone());
    on_element(frame, "pointermove", move |event| {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        let before = pointers.borrow().clone();
        let now = place(&target, event);
        for pointer in pointers.borrow_mut().iter_mut().filter(|it| it.0 == event.pointer_id()) {
            pointer.1 = now;
        }
        let after = pointers.borrow().clone();
        match (before.as_slice(), after.as_slice()) {
            ([(_, from)], [(_, to)]) if event.pointer_type() == "mouse" => {
                move_by(state, |view| view.panned((to.0 - from.0, to.1 - from.1)));
            }
            ([a, b], [c, d]) => {
                let (from, to) = (middle(a.1, b.1), middle(c.1, d.1));
                let factor = apart(c.1, d.1) / apart(a.1, b.1).max(0.01);
                move_by(state, |view| {
                    view.panned((to.0 - from.0, to.1 - from.1)).zoomed(factor, to)
                });
            }
            _ => {}
        }
    });
    for kind in ["pointerup", "pointercancel", "lostpointercapture"] {
        let pointers = Rc::clone(&held);
        on_element(frame, kind, move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                pointers.borrow_mut().retain(|it| it.0 != event.pointer_id());
            }
        });
    }
}

/// Shows another part of the map, and notes it in the address.
pub(super) fn move_by(state: MapState, change: impl FnOnce(Viewport) -> Viewport) {
    let now = state.viewport.get_untracked();
    let then = change(now);
    if then != now {
        state.viewport.set(then);
        state.note_soon();
    }
}

/// Calls a handler that can keep the browser from zooming the page: browsers take the wheel's for one
/// that does not, unless they are told.
fn on_wheel(target: &HtmlElement, handler: impl FnMut(Event) + 'static) {
    let handler: Box<dyn FnMut(Event)> = Box::new(handler);
    let closure = Closure::wrap(handler);
    let options = AddEventListenerOptions::new();
    options.set_passive(false);
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        "wheel",
        closure.as_ref().unchecked_ref(),
        &options,
    );
    // It lives as long as the page, as those of `shell::events` do.
    closure.forget();
}

fn place(frame: &HtmlElement, event: &PointerEvent) -> Place {
    part_of(frame, f64::from(event.client_x()), f64::from(event.client_y()))
}

/// A point of the window in parts of a frame.
fn part_of(frame: &HtmlElement, x: f64, y: f64) -> Place {
    let rect = frame.get_bounding_client_rect();
    ((x - rect.left()) / rect.width().max(1.0), (y - rect.top()) / rect.height().max(1.0))
}

fn middle(one: Place, other: Place) -> Place {
    (f64::midpoint(one.0, other.0), f64::midpoint(one.1, other.1))
}

fn apart(one: Place, other: Place) -> f64 {
    (one.0 - other.0).hypot(one.1 - other.1)
}
