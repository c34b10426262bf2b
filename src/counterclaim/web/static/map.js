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
  const NAMED = 60; // discs that get their name, where there is room
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
      const least = map.distance(at, aside); // metres
      disc.setRadius(Math.max(place.radius_m, least));
      disc.options.px = seen * Math.max(1, place.radius_m / least);
    }
  }

  function label(mark, words, kind) {
    mark.bindTooltip(element("span", words), { permanent: true, direction: "right", className: `name ${kind}` });
    return mark;
  }

  // The words of a mark right of it or, where they would lie over others or leave the map, left of it; else nowhere.
  function place(mark, taken, frame) {
    const tooltip = mark.getTooltip();
    const words = tooltip.getElement();
    for (const [direction, sign] of [["right", 1], ["left", -1]]) {
      tooltip.options.direction = direction;
      tooltip.options.offset = [sign * (mark.options.px + 4), 0];
      tooltip.update();
      const one = words.getBoundingClientRect();
      const outside = one.left < frame.left || one.right > frame.right || one.top < frame.top || one.bottom > frame.bottom;
      const meets = (other) =>
        one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
      if (!outside && !taken.some(meets)) return taken.push(one);
    }
    return 0;
  }

  // Names beside discs and towns, the most told first.
  function name(map, labels, discs) {
    const frame = box.getBoundingClientRect();
    const taken = discs.map((disc) => {
      const at = map.latLngToContainerPoint(disc.getLatLng());
      const [x, y, { px }] = [frame.left + box.clientLeft + at.x, frame.top + box.clientTop + at.y, disc.options];
      return { left: x - px, right: x + px, top: y - px, bottom: y + px };
    });
    for (const mark of labels) {
      const words = mark.getTooltip().getElement();
      words.hidden = false;
      words.hidden = !place(mark, taken, frame);
      if (mark.options.town) mark.setStyle({ fillOpacity: words.hidden ? 0 : 1 });
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
    const drawn = new Set(places.map((place) => place.name));
    const towns = JSON.parse(dataset.towns)
      .filter(([town]) => !drawn.has(town))
      .map(([town, lat, lon]) => {
        const look = { radius: 1.8, px: 2, town: true, stroke: false, fillColor: "#505a63", interactive: false };
        return label(L.circleMarker([lat, lon], look).addTo(map), town, "town");
      });
    for (const place of [...places].reverse()) {
      const disc = L.circle([place.lat, place.lon], { radius: place.radius_m, ...look(place) });
      disc.bindPopup(() => popup(place)).addTo(map);
      discs.set(disc, place);
    }
    const named = [...discs].reverse().slice(0, NAMED);
    for (const [disc, place] of named) label(disc, `${place.name} ${place.tellings.toLocaleString("en")}`, "told");
    const most = named.map(([disc]) => disc);
    fit(map, discs);
    const names = () => name(map, [...most, ...towns], most);
    names();
    map.on("zoomend", () => fit(map, discs));
    map.on("moveend", names);
    L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
    return { map, found: new Map([...discs].map(([disc, place]) => [place.id, disc])) };
  }

  // A button in each row of the table leads to its disc; Escape leads back.
  function buttons({ map, found }) {
    let from = null;
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
        from = button;
      });
      row.querySelector("th").append(" ", button);
    }
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      map.closePopup();
      if (from) from.focus();
      from = null;
    });
  }

  async function start() {
    const [told, base] = await Promise.all([json(dataset.places), dataset.base ? json(dataset.base) : null]);
    buttons(shown(told.drawn, base));
    for (const words of document.querySelectorAll(".for-script")) words.hidden = false;
  }

  start().catch((error) => console.warn("The map stays a picture:", error.message));
})();
