"""Pictures for other people's pages: embed pages, oEmbed answers, and the code to paste."""

from generator.exports.embed.embed import export
