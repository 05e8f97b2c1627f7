//! The stage as it is prerendered: everything in it that does not change.

use crate::content::story;
use crate::i18n::of_stage;
use leptos::prelude::*;

/// The stage, empty. A script brings it beside the chapter that is read.
#[component]
pub fn StageFrame() -> impl IntoView {
    let t = of_stage();
    view! {
        <section class="stage" aria-label=t.heading hidden>
            <details>
                <summary>
                    <span class="spoken">{t.heading} ": "</span>
                    <span class="stage-when" id="stage-when"></span>
                    " "
                    <span id="stage-where"></span>
                </summary>
                <div class="stage-body">
                    <svg viewBox="-60 0 1035 610" aria-hidden="true" focusable="false">
                        <path class="land" id="stage-land"/>
                        <path class="ties" id="stage-ties"/>
                    </svg>
                    <div class="stage-year">
                        <label for="stage-year">{t.year}</label>
                        <input
                            id="stage-year"
                            type="range"
                            min=story().first_year.to_string()
                            max=story().last_year.to_string()
                        />
                        <output for="stage-year" id="stage-year-shown"></output>
                    </div>
                    <p class="label" id="stage-offer"></p>
                    <ul class="places" id="stage-places" aria-labelledby="stage-offer"></ul>
                    <p>
                        <a id="stage-map" href="#/map" hidden>{t.on_the_map}</a>
                        <button type="button" id="stage-follow" hidden>{t.follow_text}</button>
                    </p>
                    <p class="label" id="stage-groups"></p>
                    <ul class="stage-groups" id="stage-group-list" aria-labelledby="stage-groups"></ul>
                </div>
            </details>
        </section>
    }
}
