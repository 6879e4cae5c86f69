// Draws a BPMN diagram with its token and the way it has come, by the viewer that the diagram names.

// By default the viewer hides what lies over the picture of a large diagram.
const ALWAYS = { show: { minZoom: 0 } };
const MARGIN = 20;
// The mark of the viewer's makers stands there.
const BELOW = 60;

let viewerLoaded;

drawAll(document);
document.addEventListener("htmx:load", (event) => drawAll(event.detail.elt));

function drawAll(root) {
  for (const canvas of root.querySelectorAll(".diagram-canvas:not([data-drawn])")) {
    canvas.dataset.drawn = "yes";
    draw(canvas);
  }
}

/** The viewer is no module: it is the global BpmnJS. */
function loadViewer(address) {
  viewerLoaded ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  return viewerLoaded;
}

async function draw(canvas) {
  if (!window.BpmnJS) await loadViewer(canvas.dataset.viewer);
  const xml = await (await fetch(canvas.dataset.xml, { credentials: "same-origin" })).text();
  const viewer = new window.BpmnJS({
    container: canvas,
    textRenderer: { defaultStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 } },
  });
  await viewer.importXML(xml);
  // What it shows is said by the name of what it stands in.
  canvas.querySelector("svg").setAttribute("aria-hidden", "true");
  fit(canvas, viewer.get("canvas"));
  mark(viewer, words(canvas.dataset.tokens), words(canvas.dataset.passed), canvas.dataset.times);
  window.addEventListener("resize", () => fit(canvas, viewer.get("canvas")));
}

function words(text) {
  return (text ?? "").split(" ").filter(Boolean);
}

function fit(container, canvas) {
  if (!container.clientWidth) return; // not shown, as on paper
  canvas.resized();
  const { inner } = canvas.viewbox();
  const scale = Math.min(1.15, container.clientWidth / (inner.width + 2 * MARGIN));
  container.style.height = `${Math.ceil((inner.height + MARGIN + BELOW) * scale)}px`;
  canvas.resized();
  const width = container.clientWidth / scale;
  canvas.viewbox({
    x: inner.x - (width - inner.width) / 2,
    y: inner.y - MARGIN,
    width,
    height: inner.height + MARGIN + BELOW,
  });
}

function mark(viewer, tokens, passed, times) {
  const canvas = viewer.get("canvas");
  const registry = viewer.get("elementRegistry");
  const overlays = viewer.get("overlays");
  const known = (id) => registry.get(id);
  new Set(passed).forEach((id) => known(id) && canvas.addMarker(id, "is-passed"));
  for (const id of new Set(tokens)) {
    if (!known(id) || known(id).type === "bpmn:SubProcess") continue; // its steps hold the token
    canvas.addMarker(id, "is-here");
    const count = tokens.filter((token) => token === id).length;
    overlays.add(id, { ...ALWAYS, position: { top: -11, right: 11 }, html: label("diagram-token", count) });
  }
  for (const [flow, count] of passedFlows(registry, passed)) {
    canvas.addMarker(flow.id, "is-passed");
    if (count > 0 && goesBack(flow)) {
      overlays.add(flow.id, { ...ALWAYS, position: middle(flow.waypoints), html: label("diagram-note", times.replace("{0}", count)) });
    }
  }
}

/** The middle of the longest piece of a flow, measured from the corner of all its pieces. */
function middle(points) {
  const length = (i) => Math.hypot(points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);
  const longest = points.slice(1).reduce((best, _, i) => (length(i) > length(best) ? i : best), 0);
  const [from, to] = [points[longest], points[longest + 1]];
  return {
    left: (from.x + to.x) / 2 - Math.min(...points.map((point) => point.x)) - 14,
    top: (from.y + to.y) / 2 - Math.min(...points.map((point) => point.y)) - 9,
  };
}

function goesBack(flow) {
  return flow.target.x < flow.source.x;
}

function label(name, text) {
  const element = document.createElement("div");
  element.className = name;
  element.textContent = text;
  return element;
}

/**
 * History names activities, not flows. A flow was passed when its target is the next of its source's targets that was
 * begun after the source; where a source sends a token down every flow, all that were begun count.
 */
function passedFlows(registry, passed) {
  const counts = new Map();
  passed.forEach((id, at) => {
    const source = registry.get(id);
    if (!source?.outgoing) return;
    const flows = source.outgoing.filter((flow) => flow.type === "bpmn:SequenceFlow");
    const again = passed.indexOf(id, at + 1);
    const later = passed.slice(at + 1);
    const reached = flows
      .map((flow) => ({ flow, at: later.indexOf(flow.target.id) }))
      .filter((step) => step.at >= 0 && (again < 0 || step.at + at + 1 <= again))
      .sort((a, b) => a.at - b.at);
    const taken = source.type === "bpmn:ExclusiveGateway" ? reached.slice(0, 1) : reached;
    taken.forEach(({ flow }) => counts.set(flow, (counts.get(flow) ?? 0) + 1));
  });
  return counts;
}
