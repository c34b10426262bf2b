// Puts a map that can be moved in the place of the picture: the same discs, drawn by Leaflet on a canvas.
// Every word that comes from data is set as text, never as HTML. Without this script the page is whole.
"use strict";

(() => {
  const box = document.getElementById("map");
  if (!box || !window.L) return;
  const { dataset } = box;
  const seen = Number(dataset.seen); // least radius of a disc, in pixels
  const parties = JSON.parse(dataset.parties); // names by id
  const shades = JSON.parse(dataset.shades); // [from so many tellings on, fill], the most first
  const NEAR = 11; // scale at which one settlement fills the map: more would promise what is not known
  const WATER = {
    sea: { stroke: false, fillColor: "#dde7ee", fillOpacity: 1 },
    lakes: { color: "#8ba3b5", weight: 0.5, fillColor: "#dde7ee", fillOpacity: 1 },
    coast: { color: "#8ba3b5", weight: 1, fill: false },
    rivers: { color: "#8ba3b5", weight: 1, fill: false },
  };

  const json = async (address) => {
    const answer = await fetch(address, { headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  };
  const element = (name, text, kind) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };
  const counted = (number) =>
    number === 1 ? dataset.one : dataset.other.replace("{n}", number.toLocaleString("en"));
  const shares = (place) =>
    Object.entries(place.parties)
      .map(([party, number]) => `${parties[party] ?? party} ${number.toLocaleString("en")}`)
      .join(", ");

  function popup(place) {
    const made = element("div", undefined, "popup");
    const name = made.appendChild(element("p", undefined, "name"));
    const link = name.appendChild(element("a", place.name));
    link.href = `/places/${encodeURIComponent(place.id)}`;
    if (place.within.length) made.appendChild(element("p", place.within.join(", "), "muted"));
    made.appendChild(element("p", counted(place.tellings)));
    made.appendChild(element("p", shares(place)));
    return made;
  }

  function look(place) {
    const known = Object.keys(place.parties).filter((party) => party !== "not_known");
    return {
      color: "#1d2329",
      weight: 1.2,
      dashArray: known.length === 1 ? "3 2" : null,
      fillColor: shades.find(([least]) => place.tellings >= least)[1],
      fillOpacity: 0.85,
    };
  }

  // A disc keeps its width in metres, but never gets smaller than can be seen.
  function fit(map, discs) {
    for (const [disc, place] of discs) {
      const at = L.latLng(place.lat, place.lon);
      const aside = map.layerPointToLatLng(map.latLngToLayerPoint(at).add([seen, 0]));
      disc.setRadius(Math.max(place.radius_m, map.distance(at, aside)));
    }
  }

  function shown(places, base) {
    box.replaceChildren();
    box.className = "moving";
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", dataset.label);
    const map = L.map(box, { preferCanvas: true, attributionControl: false, maxZoom: NEAR, zoomSnap: 0.5 });
    if (base) L.geoJSON(base, { interactive: false, style: (part) => WATER[part.properties.what] }).addTo(map);
    if (dataset.tiles) L.tileLayer(dataset.tiles, { maxZoom: NEAR, referrerPolicy: "no-referrer" }).addTo(map);
    map.fitBounds(JSON.parse(dataset.bounds));
    const discs = new Map();
    for (const place of [...places].reverse()) {
      const disc = L.circle([place.lat, place.lon], { radius: place.radius_m, ...look(place) });
      disc.bindPopup(() => popup(place)).addTo(map);
      discs.set(disc, place);
    }
    fit(map, discs);
    map.on("zoomend", () => fit(map, discs));
    return { map, found: new Map([...discs].map(([disc, place]) => [place.id, disc])) };
  }

  function buttons({ map, found }) {
    for (const row of document.querySelectorAll("tr[data-place]")) {
      const disc = found.get(row.dataset.place);
      if (!disc) continue;
      const button = element("button", dataset.show, "there");
      button.type = "button";
      button.setAttribute("aria-label", dataset.showName.replace("{name}", row.dataset.name));
      button.addEventListener("click", () => {
        map.setView(disc.getLatLng(), Math.max(map.getZoom(), 8), { animate: false });
        disc.openPopup();
        box.scrollIntoView({ block: "nearest" });
        box.querySelector(".popup a").focus({ preventScroll: true });
      });
      row.querySelector("th").append(" ", button);
    }
  }

  async function start() {
    const [told, base] = await Promise.all([json(dataset.places), dataset.base ? json(dataset.base) : null]);
    buttons(shown(told.drawn, base));
    for (const words of document.querySelectorAll(".for-script")) words.hidden = false;
  }

  start().catch((error) => console.warn("The map stays a picture:", error.message));
})();
