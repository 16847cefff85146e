/* The decision guide as a questionnaire, where the page has one. */

import { start } from "./guide-form.js"

const result = document.querySelector(".result[data-roles]")
if (result) start(result)
