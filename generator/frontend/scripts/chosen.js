/* The picture of a choice, fetched when it is asked for. In: `keep` events at the form, each with what is shown, the form of
   the file and the words for it. Out: the file; each event's `answer` gets what is to be said. */

import { saved } from "./chosen-file.js"

document.querySelector("form.choose").addEventListener("keep", ({ detail: { shown, form, words, answer } }) =>
  answer(saved(shown, form, words)),
)
