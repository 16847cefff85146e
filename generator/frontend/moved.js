/* A page that has moved leads on to where it is now, with the query and the fragment of its address. In: the one link. */
location.replace(document.querySelector("a").href + location.search + location.hash)
