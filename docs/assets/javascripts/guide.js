/* The decision guide as a questionnaire. Loaded on every page, so that it fetches the rest only where there is one. */

const result = document.querySelector(".result[data-roles]")
if (result) {
  const { start } = await import("./guide-form.js")
  start(result)
}
