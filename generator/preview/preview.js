/* The preview's side in the page. In: the news of the server, asked for as long as the page is in sight. Out: the page
   loaded anew when it has changed, and what is wrong above it. Texts are set as texts, whatever they hold. */

{
  const { shown } = document.currentScript.dataset
  let asking

  function element(name, text, ...children) {
    const made = document.createElement(name)
    made.append(text, ...children)
    return made
  }

  function entry({ file, line, column, severity, code, message, fix }) {
    const place = line ? `${file}:${line}:${column}` : file
    return element("li", "", element("strong", place), element("code", `${severity}[${code}]`), element("p", message), element("p", fix))
  }

  function show(problems) {
    document.getElementById("visavis-preview")?.remove()
    if (!problems.length) return
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`
    const panel = element("aside", "", element("h2", `${count}; the page is the last good one`))
    panel.id = "visavis-preview"
    panel.setAttribute("role", "alert")
    panel.append(element("ol", "", ...problems.map(entry)))
    document.body.append(panel)
  }

  async function ask() {
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    let number = ""
    while (!signal.aborted) {
      try {
        const answer = await fetch(`/_visavis/news?after=${number}`, { signal })
        const news = await answer.json()
        if (news.shown !== shown) return location.reload()
        if (news.number !== number) show(news.problems)
        number = news.number
      } catch {
        // The server is away, most likely started anew.
        await new Promise((done) => setTimeout(done, 1000))
      }
    }
  }

  // A browser has six connections to a host: pages out of sight must not hold them.
  document.addEventListener("visibilitychange", () => (document.hidden ? asking?.abort() : ask()))
  addEventListener("pagehide", () => asking?.abort())
  if (!document.hidden) ask()
}
