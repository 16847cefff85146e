"""The report: the published pages of a comparison as one PDF, with a cover, bookmarks, tags and page numbers.

In: a comparison and the published site. Out: the bytes of the PDF, which a Chromium of this machine prints; the same
ones for the same site and the same Chromium.
"""

from generator.report.report import report
