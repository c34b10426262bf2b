// The report's page works without this: words are links to their tellings. This ties the columns closer together.
"use strict";
(() => {
  const cards = [...document.querySelectorAll(".telling[id]")];
  const words = new Map(cards.map((card) => [card.id, []]));
  for (const word of document.querySelectorAll("#text .m[data-t]")) {
    for (const name of word.dataset.t.split(" ")) words.get(name)?.push(word);
  }
  const byName = new Map(cards.map((card) => [card.id, card]));
  let active = null;
  let looked = null;

  // A long report is shown in parts: an address that names a telling of another part leads there.
  const asked = location.hash.slice(1);
  if (/^t_[0-9a-f]{16}$/.test(asked) && !byName.has(asked) && location.pathname.startsWith("/reports/")) {
    if (!new URLSearchParams(location.search).has("part")) location.replace(`/tellings/${asked}`);
  }

  const paint = () => {
    const name = looked ?? active;
    for (const on of document.querySelectorAll("#text .m.on")) on.classList.remove("on");
    if (name) for (const word of words.get(name) ?? []) word.classList.add("on");
    for (const card of cards) card.classList.toggle("active", card.id === active);
  };

  const scroller = (inside) => {
    const column = inside.closest(".column");
    return column && column.scrollHeight > column.clientHeight + 1 && getComputedStyle(column).overflowY === "auto" ? column : null;
  };

  const isSeen = (element, column) => {
    const box = element.getBoundingClientRect(), frame = column.getBoundingClientRect();
    return box.top >= frame.top + 40 && box.bottom <= frame.bottom;
  };

  // Scrolls `element`'s column so that it stands as high on the screen as `beside`, and whole if there is room.
  const level = (element, beside) => {
    const column = scroller(element);
    if (!column) return element.scrollIntoView({ block: "nearest" });
    const box = element.getBoundingClientRect(), frame = column.getBoundingClientRect();
    const lowest = Math.min(frame.bottom, innerHeight) - box.height - 8;
    const top = Math.max(Math.min(beside.getBoundingClientRect().top, lowest), Math.max(frame.top, 0) + 44);
    column.scrollTop += box.top - top;
  };

  const wordOf = (name) => document.getElementById(`w_${name}`)?.nextElementSibling ?? words.get(name)?.[0];

  const show = (name, from) => {
    const card = byName.get(name), word = wordOf(name);
    if (!card) return;
    active = name;
    looked = null;
    paint();
    history.replaceState(null, "", `#${name}`);
    if (from === "word") {
      level(card, word ?? card);
    } else if (word) {
      const column = scroller(word);
      if (!column) word.scrollIntoView({ block: "center" });
      else if (!isSeen(word, column)) level(word, card);
    }
    if (from === "keys") {
      const column = scroller(card);
      if (column && !isSeen(card, column)) level(card, wordOf(name) ?? card);
    }
    if (from !== "card") card.focus({ preventScroll: true });
  };

  const clear = () => {
    active = looked = null;
    paint();
    history.replaceState(null, "", location.pathname + location.search);
    if (document.activeElement?.closest(".telling")) document.activeElement.blur();
  };

  document.getElementById("text")?.addEventListener("click", (event) => {
    const word = event.target.closest(".m[data-t]");
    if (!word || event.ctrlKey || event.metaKey || event.shiftKey || !getSelection().isCollapsed) return;
    event.preventDefault();
    const names = word.dataset.t.split(" ").filter((name) => byName.has(name));
    show(names[(names.indexOf(active) + 1) % names.length], "word");
  });

  for (const card of cards) {
    const look = (name) => () => { looked = name; paint(); };
    card.addEventListener("mouseenter", look(card.id));
    card.addEventListener("mouseleave", look(null));
    card.addEventListener("focusin", look(card.id));
    card.addEventListener("focusout", look(null));
    card.querySelector(".to-words")?.addEventListener("click", (event) => {
      event.preventDefault();
      show(card.id, "card");
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
    const at = cards.findIndex((card) => card.id === active);
    if (event.key === "j" && cards.length) show(cards[Math.min(at + 1, cards.length - 1)].id, "keys");
    else if (event.key === "k" && cards.length) show(cards[Math.max(at - 1, 0)].id, "keys");
    else if (event.key === "o" && active) byName.get(active).querySelector("a.open")?.click();
    else if (event.key === "Escape") clear();
    else return;
    event.preventDefault();
  });

  document.querySelector(".keys")?.removeAttribute("hidden");
  const named = () => { if (byName.has(location.hash.slice(1))) show(location.hash.slice(1), "word"); };
  addEventListener("hashchange", named);
  named();
})();
