// Puts a button on a page of any site that opens the bot's window in a frame:
//   <script src="https://BOT/widget.js" defer data-title="Ask us" data-colour="#17463a" data-greeting="Hello" data-article="ID"></script>
// The page's own policy needs the bot's address in script-src and frame-src, nothing more: styles are set through the
// object model, in a shadow tree, so that neither side's styles reach the other.
(() => {
  const script = document.currentScript;
  if (!script) return;
  const { title = "Ask a question", colour, greeting, article } = script.dataset;
  const address = new URL("/", script.src);
  if (article) address.searchParams.set("article", article);

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; color-scheme: light dark; }
    button { font: 600 16px/1.3 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
      cursor: pointer; color: var(--ink); background: var(--brand); border: 0; }
    button:focus-visible { outline: 3px solid var(--ink); outline-offset: -5px; box-shadow: 0 0 0 3px var(--brand); }
    .open { position: fixed; z-index: 2147483647; inset: auto 20px 20px auto; display: flex; align-items: center; gap: 10px;
      max-width: calc(100vw - 40px); min-height: 52px; padding: 10px 20px; border-radius: 26px; box-shadow: 0 6px 24px #0004; }
    .open[hidden] { display: none; }
    svg { flex: none; fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
    dialog { position: fixed; z-index: 2147483647; inset: auto 20px 20px auto; box-sizing: border-box; flex-direction: column;
      width: min(420px, calc(100vw - 40px)); height: min(680px, calc(100vh - 40px)); max-width: none; max-height: none; margin: 0;
      padding: 0; overflow: hidden; border: 1px solid #8888; border-radius: 18px; background: Canvas; box-shadow: 0 12px 48px #0005; }
    dialog[open] { display: flex; }
    dialog::backdrop { background: #0006; }
    .bar { display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 8px 8px 8px 18px;
      color: var(--ink); background: var(--brand); }
    h2 { margin: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
      font: 600 17px/1.3 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
    .close { display: grid; flex: none; place-items: center; width: 40px; height: 40px; padding: 0; border-radius: 50%; }
    iframe { flex: 1; width: 100%; border: 0; }
    @media (max-width: 520px), (max-height: 480px) {
      dialog { inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0; }
    }
    @media (forced-colors: active) { .open, .close, .bar { border: 1px solid; } }
    @media print { :host { display: none; } }
  `);

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const picture = (path) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [name, value] of Object.entries({ width: 24, height: 24, viewBox: "0 0 24 24", "aria-hidden": "true" })) {
      svg.setAttribute(name, value);
    }
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    line.setAttribute("d", path);
    svg.append(line);
    return svg;
  };

  const host = element("div");
  const shade = host.attachShadow({ mode: "open" });
  shade.adoptedStyleSheets = [style];
  const open = element("button", { className: "open", type: "button" }, picture("M4 5h16v11H10l-5 4v-4H4z"), title);
  const close = element("button", { className: "close", type: "button", ariaLabel: "Close" }, picture("M6 6l12 12M18 6L6 18"));
  const heading = element("h2", { id: "title", textContent: title });
  const panel = element("dialog", {}, element("div", { className: "bar" }, heading, close));
  panel.setAttribute("aria-labelledby", "title");
  open.setAttribute("aria-haspopup", "dialog");
  open.setAttribute("aria-expanded", "false");
  let frame = null;
  let ready = false;

  function show() {
    if (!frame) {
      // The frame's name carries the wishes: it outlives every page that is shown in the frame, and no server reads it.
      const wishes = colour ? { greeting, colour: brand, ink } : { greeting };
      frame = element("iframe", { title, name: JSON.stringify(wishes), src: address.href, allow: "clipboard-write" });
      panel.append(frame);
    }
    if (matchMedia("(max-width: 520px), (max-height: 480px)").matches) panel.showModal();
    else panel.show();
    open.hidden = true;
    open.setAttribute("aria-expanded", "true");
    enter();
  }

  function enter() {
    if (!ready || !panel.open) return;
    frame.focus({ preventScroll: true });
    frame.contentWindow.postMessage("bot:open", address.origin);
  }

  function hide() {
    panel.close();
  }

  open.addEventListener("click", show);
  close.addEventListener("click", hide);
  panel.addEventListener("close", () => {
    open.hidden = false;
    open.setAttribute("aria-expanded", "false");
    open.focus();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("message", (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== address.origin) return;
    if (event.data === "bot:close") hide();
    if (event.data === "bot:ready") {
      ready = true;
      enter();
    }
  });

  // Black or white letters, whichever stand out more from the colour (relative luminance, WCAG 2.2).
  let brand = "#17463a";
  if (colour && CSS.supports("color", colour)) brand = colour;
  host.style.setProperty("--brand", brand);
  shade.append(open, panel);
  document.body.append(host);
  const [red, green, blue] = (getComputedStyle(open).backgroundColor.match(/[\d.]+/g) ?? [0, 0, 0]).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const ink = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000" : "#fff";
  host.style.setProperty("--ink", ink);
})();
