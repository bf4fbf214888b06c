// Draws every chart of the page: `<figure data-chart="ADDRESS"><div class="drawing"></div></figure>`, where the address gives
// a Vega-Lite specification, with `dark=1` for a dark page. Nothing is evaluated as code: expressions are interpreted.
const drawn = new WeakMap();

function isDark() {
  const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g).map(Number);
  return 0.3 * red + 0.6 * green + 0.1 * blue < 128;
}

// A chart of a very large file may not be there yet: the answer says when to ask again.
async function ask(address, times = 10) {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  const seconds = Number(answer.headers.get("retry-after"));
  if (answer.status === 503 && seconds && times > 1) {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    return ask(address, times - 1);
  }
  if (!answer.ok) throw new Error(`${answer.status} ${address.pathname}`);
  return answer.json();
}

async function draw(figure) {
  const place = figure.querySelector(".drawing");
  const dark = isDark();
  if (!place || drawn.get(figure)?.dark === dark) return;
  drawn.set(figure, { ...drawn.get(figure), dark });
  const address = new URL(figure.dataset.chart, location.href);
  if (dark) address.searchParams.set("dark", "1");
  try {
    const spec = await ask(address);
    const sized = spec.height === "container";
    if (sized) place.style.aspectRatio = String(spec.usermeta.aspect * 0.92);
    const options = {
      ast: true, actions: false, renderer: "svg", defaultStyle: false, mode: "vega-lite", logLevel: 1,
      tooltip: { disableDefaultStyle: true, theme: "korpu" }, loader: { target: "_self" },
    };
    drawn.get(figure).result?.finalize();
    drawn.get(figure).result = await vegaEmbed(place, spec, options);
    // The drawing as a whole has its name; its parts stand in the list or the table beside it.
    place.querySelector("svg").setAttribute("aria-hidden", "true");
    place.dataset.drawn = dark ? "dark" : "light";
    figure.classList.add("is-drawn");
  } catch (error) {
    // The picture that the server drew says the same.
    console.warn(error);
    const still = figure.querySelector("noscript");
    if (still && !figure.querySelector("picture")) place.innerHTML = still.textContent;
  }
}

function drawAll(root = document) {
  const figures = [...(root.querySelectorAll?.("[data-chart]") ?? [])];
  if (root.matches?.("[data-chart]")) figures.push(root);
  for (const figure of figures) draw(figure);
}

drawAll();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawAll());
document.addEventListener("htmx:load", (event) => drawAll(event.detail.elt));
