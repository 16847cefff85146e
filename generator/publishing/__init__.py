"""Publishing: docs/ → site/, all or nothing, and whether there is anything to do.

In: a project. Out: a site that is the old one or the new one, whole.
"""

from generator.publishing.check_memory import CheckMemory
from generator.publishing.config_inputs import ConfigInputs, find
from generator.publishing.fingerprint import State
from generator.publishing.offline.write import check_offline_destination, publish_offline
from generator.publishing.preflight import check_destination, check_parts, check_theme, check_writable
from generator.publishing.publisher_process import check_installed, docs_environment
from generator.publishing.renewal import Kept
from generator.publishing.search_index import complete as complete_search
from generator.publishing.site import publish
from generator.publishing.swap import recover
