"""The plugin for MkDocs and ProperDocs: gives a plain build or preview the finished pages. Thin; it knows no records.

The only module that imports mkdocs. Pages are added in memory: written into docs_dir, they would cause a rebuild.
"""

import logging
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File as MkDocsFile
from mkdocs.structure.files import Files

from masthead.artifact import Artifact, content_bytes
from masthead.finish import finish, finish_preview
from masthead.finish.built import Built
from masthead.halt import MastheadError
from masthead.press import cache_of
from masthead.preview import Preview, Shown, show_public, watched
from masthead.render import THEME
from masthead.source import File

log = logging.getLogger("mkdocs.plugins.masthead")


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: what it needs stands in the records."""


class MastheadPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Replaces what the engine found in docs_dir by what Masthead made of the whole publication.

    `_shown` is set before a build and read while it runs: an engine offers no other way from one event to the next.
    """

    _preview: Preview | None = None
    _shown: Shown

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Told once whether this is a preview. That this method exists keeps the plugin alive between rebuilds."""
        self._preview = Preview() if command == "serve" else None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """A configuration that MkDocs refuses is reported; MkDocs alone would leave every request waiting until it is
        mended. The last good site stays.
        """
        build = server.builder

        def rebuild() -> None:
            try:
                build()
            except MkDocsException as fault:
                log.error("This cannot be shown, and the site stays as it was: %s", fault)

        server.builder = rebuild
        return server

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Load and check before the engine empties the old site; a preview never stops here."""
        root = Path(config.config_file_path or "mkdocs.yml").parent
        try:
            self._shown = self._preview.show(root) if self._preview else show_public(root, log.info)
        except MastheadError as fault:
            raise PluginError(f"\n{fault}") from fault
        if self._shown.report:
            log.error("\n%s", self._shown.report)
        if self._shown.network is None:
            config.nav = None
        else:
            config.site_name, config.nav = self._shown.context["site_name"], list(self._shown.context["nav"]) or None
        config.extra.update(self._shown.extra)
        config.theme.dirs.insert(0, str(THEME))
        config.watch.extend(watched(root))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The theme's own files and all artifacts, in place of what lies in docs_dir."""
        theirs = [file for file in files if not (file.abs_src_path or "").startswith(config.docs_dir)]
        ours = (_as_file(artifact, config, self._shown) for artifact in self._shown.artifacts)
        return Files([*ours, *theirs])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The same finish as after every other engine; a PDF that is due follows when it is made."""
        site = Path(config.site_dir)
        if self._shown.network:
            built = Built(site, self._shown.network, self._shown.edge)
            finish_preview(built) if self._preview else finish(built)
        if self._preview and self._shown.late:
            self._preview.printer.print_into(site, self._shown.late)


def _as_file(artifact: Artifact, config: MkDocsConfig, shown: Shown) -> MkDocsFile:
    if isinstance(artifact.content, File):
        return MkDocsFile.generated(config, artifact.path, abs_src_path=str(artifact.content.absolute))
    content = artifact.content
    if not isinstance(content, str):
        content = content_bytes(artifact, cache_of(shown.edge))
    return MkDocsFile.generated(config, artifact.path, content=content)
