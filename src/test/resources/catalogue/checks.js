// What can be told of a page by looking at how it is laid out; put into each page by CatalogueIT.
(() => {
  const name = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const classes = [...element.classList].map((each) => `.${each}`).join("");
    return `${element.localName}${id}${classes} "${(element.innerText ?? "").trim().slice(0, 30)}"`;
  };
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest(".spoken, .skip-link, svg, .diagram-canvas");
  const visible = () => [...document.body.querySelectorAll("*")].filter(isShown);
  const ownText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());

  /** Whether the page has all it asks for by itself. */
  const isSettled = () =>
    document.readyState === "complete" &&
    !document.querySelector(".htmx-request, .htmx-added, .htmx-settling, .htmx-swapping") &&
    [...document.querySelectorAll(".diagram-canvas[data-xml]")].every((canvas) => !canvas.clientWidth || canvas.querySelector(".djs-overlay-container"));

  /** How much wider the page is than its window, and because of what. */
  const tooWide = () => {
    const by = document.documentElement.scrollWidth - window.innerWidth;
    if (by <= 0) return [];
    const outside = visible().filter((element) => {
      const box = element.getBoundingClientRect();
      if (box.right <= window.innerWidth + 1) return false;
      for (let above = element.parentElement; above; above = above.parentElement) {
        if (getComputedStyle(above).overflowX !== "visible" && above !== document.documentElement && above !== document.body) return false;
      }
      return true;
    });
    return [`${by}px: ${outside.slice(0, 3).map(name).join(", ")}`];
  };

  /** Text that does not fit where it stands; two lines of what stands whole behind the row's link are wanted. */
  const cutOff = () =>
    visible().filter((element) => {
      if (!ownText(element) || element.matches("input, select, option, textarea, .clipped, .clipped *")) return false;
      for (let box = element; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        const hidesAcross = /hidden|clip/.test(style.overflowX) && box.scrollWidth > box.clientWidth + 1;
        const hidesDown = /hidden|clip/.test(style.overflowY) && box.scrollHeight > box.clientHeight + 3;
        if (box.clientWidth > 1 && (hidesAcross || hidesDown)) return true;
      }
      return false;
    }).map(name).slice(0, 5);

  /** As browsers do that enlarge the text alone. */
  const enlargeText = (times) => {
    const sizes = [...document.body.querySelectorAll("*")].filter((element) => !element.closest("svg")).map((element) => {
      const style = getComputedStyle(element);
      return [element, parseFloat(style.fontSize), parseFloat(style.lineHeight)];
    });
    for (const [element, size, line] of sizes) {
      element.style.fontSize = `${size * times}px`;
      if (line) element.style.lineHeight = `${line * times}px`;
    }
  };

  /** What axe-core calls serious or critical. */
  const barriers = async (tags) => {
    const { violations } = await window.axe.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.target} ${node.html.slice(0, 120)} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ""}`));
  };

  window.checks = { isSettled, tooWide, cutOff, enlargeText, barriers };
})();
