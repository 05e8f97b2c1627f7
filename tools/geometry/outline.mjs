// Makes crates/geo/src/outline_data.rs from the us-atlas package: see README.md.
//
// The states share their borders, so the file holds each stretch of border once
// (an "arc") and says by number which arcs make up the land, and the lines between
// states. The two therefore meet exactly, at any resolution.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature, mergeArcs, meshArcs } from "topojson-client";
import { filter, planarRingArea, presimplify, simplify } from "topojson-simplify";

/** A point goes when the triangle with its neighbours is smaller than this, in square units. */
const DETAIL = 0.7;
/** Islands smaller than this are dropped, in square units. */
const ISLET = 1;
/** How much finer both are in Alaska, which is drawn at 35 % scale and has the Aleutians. */
const ALASKA_FINER = 4;
/** Steps per unit: coordinates are kept in tenths. */
const STEPS = 10;

const CODES = {
  Alabama: "AL", Alaska: "AK", Arizona: "AZ", Arkansas: "AR", California: "CA", Colorado: "CO",
  Connecticut: "CT", Delaware: "DE", "District of Columbia": "DC", Florida: "FL", Georgia: "GA",
  Hawaii: "HI", Idaho: "ID", Illinois: "IL", Indiana: "IN", Iowa: "IA", Kansas: "KS",
  Kentucky: "KY", Louisiana: "LA", Maine: "ME", Maryland: "MD", Massachusetts: "MA",
  Michigan: "MI", Minnesota: "MN", Mississippi: "MS", Missouri: "MO", Montana: "MT",
  Nebraska: "NE", Nevada: "NV", "New Hampshire": "NH", "New Jersey": "NJ", "New Mexico": "NM",
  "New York": "NY", "North Carolina": "NC", "North Dakota": "ND", Ohio: "OH", Oklahoma: "OK",
  Oregon: "OR", Pennsylvania: "PA", "Rhode Island": "RI", "South Carolina": "SC",
  "South Dakota": "SD", Tennessee: "TN", Texas: "TX", Utah: "UT", Vermont: "VT", Virginia: "VA",
  Washington: "WA", "West Virginia": "WV", Wisconsin: "WI", Wyoming: "WY",
};

const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve("us-atlas/states-albers-10m.json"), "utf8"));
const { version } = JSON.parse(readFileSync(require.resolve("us-atlas/package.json"), "utf8"));

const weighted = presimplify(atlas);
for (const arc of weighted.arcs) {
  if (inAlaska(arc[0])) for (const point of arc) point[2] *= ALASKA_FINER;
}
const simplified = simplify(weighted, DETAIL);
const topology = filter(simplified, (ring, interior) => {
  const polygon = { type: "Polygon", arcs: [ring] };
  const points = feature(simplified, polygon).geometry.coordinates[0];
  const area = planarRingArea(points, interior);
  return area * (inAlaska(points[0]) ? ALASKA_FINER : 1) >= ISLET;
});

const arcs = topology.arcs.map((arc) => {
  const kept = [];
  for (const [x, y] of arc) {
    const point = [Math.round(x * STEPS), Math.round(y * STEPS)];
    const last = kept.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) kept.push(point);
  }
  return kept;
});

const states = topology.objects.states.geometries
  .map((state) => {
    const code = CODES[state.properties.name];
    if (!code) throw new Error(`no postal code for ${state.properties.name}`);
    const polygons = state.type === "Polygon" ? [state.arcs] : state.arcs;
    return { code, name: state.properties.name, label: label(polygons) };
  })
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const land = mergeArcs(topology, topology.objects.states.geometries).arcs.flat();
const borders = meshArcs(topology, topology.objects.states, (a, b) => a !== b).arcs;

function inAlaska([x, y]) {
  return x < 205 && y > 460;
}

/** The roomiest place inside a state's largest part, as [x, y] in whole steps. */
function label(polygons) {
  const rings = polygons
    .map((polygon) => feature(topology, { type: "Polygon", arcs: polygon }).geometry.coordinates)
    .sort((a, b) => planarRingArea(b[0]) - planarRingArea(a[0]))[0];
  const xs = rings[0].map(([x]) => x);
  const ys = rings[0].map(([, y]) => y);
  let box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  let best = [0, 0];
  for (let round = 0; round < 4; round += 1) {
    let room = -Infinity;
    const [left, top, right, bottom] = box;
    const [dx, dy] = [(right - left) / 40, (bottom - top) / 40];
    for (let x = left; x <= right; x += dx) {
      for (let y = top; y <= bottom; y += dy) {
        const here = roomAt(rings, x, y);
        if (here > room) [room, best] = [here, [x, y]];
      }
    }
    box = [best[0] - dx, best[1] - dy, best[0] + dx, best[1] + dy];
  }
  if (roomAt(rings, ...best) <= 0) throw new Error("no place found inside a state");
  return best.map((value) => Math.round(value * STEPS));
}

/** Distance from (x, y) to the nearest edge of the rings: negative outside them. */
function roomAt(rings, x, y) {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const [dx, dy] = [bx - ax, by - ay];
      const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, Math.hypot(x - ax - t * dx, y - ay - t * dy));
    }
  }
  return inside ? nearest : -nearest;
}

/** All arcs as bytes: per arc its number of points, then each point's move from the last one. */
function encode() {
  const bytes = [];
  const unsigned = (value) => {
    let rest = value;
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
  };
  const signed = (value) => unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  let [px, py] = [0, 0];
  for (const arc of arcs) {
    unsigned(arc.length);
    for (const [x, y] of arc) {
      signed(x - px);
      signed(y - py);
      [px, py] = [x, y];
    }
  }
  return bytes;
}

function wrap(items, indent) {
  const lines = [];
  let line = "";
  for (const item of items) {
    if (line && indent.length + line.length + 1 + item.length > 98) {
      lines.push(indent + line);
      line = "";
    }
    line += `${line ? " " : ""}${item}`;
  }
  return [...lines, indent + line].join("\n");
}

const tenths = (value) => (value / STEPS).toFixed(1);
const points = arcs.flat().length;
const bytes = encode();

writeFileSync(
  new URL("../../crates/geo/src/outline_data.rs", import.meta.url),
  `// Generated by tools/geometry/outline.mjs from us-atlas ${version}
// (states-albers-10m.json: U.S. Census Bureau boundaries, public domain).
// Do not edit: change the script and run it again.

use crate::Point;
use crate::outline::State;

/// How many arcs \`ARC_BYTES\` holds.
pub(crate) const ARC_COUNT: usize = ${arcs.length};

#[rustfmt::skip]
pub(crate) static LAND: &[&[i16]] = &[
${wrap(land.map((ring) => `&[${ring.join(", ")}],`), "    ")}
];

#[rustfmt::skip]
pub(crate) static BORDERS: &[&[i16]] = &[
${wrap(borders.map((line) => `&[${line.join(", ")}],`), "    ")}
];

#[rustfmt::skip]
pub(crate) static STATES: [State; ${states.length}] = [
${states
  .map(
    ({ code, name, label: [x, y] }) =>
      `    State { code: "${code}", name: "${name}", label: Point { x: ${tenths(x)}, y: ${tenths(y)} } },`,
  )
  .join("\n")}
];

#[rustfmt::skip]
pub(crate) static ARC_BYTES: [u8; ${bytes.length}] = [
${wrap(bytes.map((byte) => `${byte},`), "    ")}
];
`,
);

console.log(`us-atlas ${version}: ${arcs.length} arcs, ${points} points, ${bytes.length} bytes`);
console.log(`${states.length} states, ${land.length} rings of land, ${borders.length} border lines`);
