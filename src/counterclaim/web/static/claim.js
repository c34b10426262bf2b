// Keys on a claim's page: j and k go to the next and the previous telling, o opens its report.
"use strict";
(() => {
  const tellings = () => [...document.querySelectorAll(".telling")].filter((one) => one.checkVisibility());
  const typing = (target) => target.matches("input:not([type=radio]), select, textarea");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const all = tellings();
    const at = all.findIndex((one) => one.contains(document.activeElement));
    if (event.key === "j" || event.key === "k") {
      const next = at < 0 ? all[0] : all[at + (event.key === "j" ? 1 : -1)];
      if (next) next.focus();
    } else if (event.key === "o" && at >= 0) {
      all[at].querySelector("a.outlet").click();
    }
  });
})();
