// Prints the reference table of crates/geo/src/albers.rs as d3-geo computes it.

import { geoAlbersUsa } from "d3-geo";

const PLACES = [
  ["New York", 40.7128, -74.006], ["Cleveland", 41.4993, -81.6944],
  ["Los Angeles", 34.0522, -118.2437], ["San Francisco", 37.7749, -122.4194],
  ["Seattle", 47.6062, -122.3321], ["Miami", 25.7617, -80.1918],
  ["Key West", 24.5551, -81.78], ["Chicago", 41.8781, -87.6298],
  ["Boston", 42.3601, -71.0589], ["Washington", 38.9072, -77.0369],
  ["Philadelphia", 39.9526, -75.1652], ["Detroit", 42.3314, -83.0458],
  ["Houston", 29.7604, -95.3698], ["Dallas", 32.7767, -96.797],
  ["Denver", 39.7392, -104.9903], ["Phoenix", 33.4484, -112.074],
  ["San Diego", 32.7157, -117.1611], ["Minneapolis", 44.9778, -93.265],
  ["Omaha", 41.2565, -95.9345], ["New Orleans", 29.9511, -90.0715],
  ["Atlanta", 33.749, -84.388], ["Portland, Maine", 43.6591, -70.2568],
  ["Brownsville", 25.9017, -97.4975], ["Cape Alava, the west", 48.164, -124.733],
  ["Northwest Angle, the north", 49.3845, -95.1534], ["Quoddy Head, the east", 44.8153, -66.9506],
  ["the conic's middle", 38.7, -96.6], ["the meridian 264 degrees east", 38.7, 263.4],
  ["Anchorage", 61.2181, -149.9003], ["Fairbanks", 64.8378, -147.7164],
  ["Juneau", 58.3019, -134.4197], ["Point Barrow", 71.3875, -156.4811],
  ["Unalaska", 53.8737, -166.5368], ["Attu, past 180 degrees", 52.9, 172.9],
  ["Honolulu", 21.3069, -157.8583], ["Hilo", 19.7241, -155.0868], ["Lihue", 21.9811, -159.3711],
  ["Toronto, in the frame", 43.6532, -79.3832], ["Midway, too far out", 28.2072, -177.3735],
  ["Edmonton", 53.5461, -113.4938], ["Mexico City", 19.4326, -99.1332], ["San Juan", 18.4655, -66.1057],
  ["Moscow", 55.7558, 37.6173], ["Jerusalem", 31.7683, 35.2137], ["Sydney", -33.8688, 151.2093],
  ["North Pole", 90, 0], ["South Pole", -90, 0], ["Null Island", 0, 0],
];

const project = geoAlbersUsa().scale(1300).translate([487.5, 305]);
for (const [name, lat, lon] of PLACES) {
  const point = project([lon, lat]);
  const drawn = point ? `Some((${point[0].toFixed(4)}, ${point[1].toFixed(4)}))` : "None";
  console.log(`    ("${name}", ${lat.toFixed(4)}, ${lon.toFixed(4)}, ${drawn}),`);
}
