"""Completion for shells: bash, zsh and fish by click, PowerShell by what stands here."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, ClassVar, Final

import click
from click.shell_completion import ShellComplete, add_completion_class, get_completion_class

from .session import Session, nuki_command
from .variables import COMPLETING

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

SHELLS: Final = ("bash", "zsh", "fish", "powershell")
_POWERSHELL: Final = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = $commandAst.CommandElements | ForEach-Object { $_.Extent.Text }
    $env:%(complete_var)s = "powershell_complete"
    $env:COMP_WORDS = $words -join "`n"
    $env:COMP_WORD = $wordToComplete
    try {
        %(prog_name)s | ForEach-Object {
            $value, $help = $_ -split "`t", 2
            if (-not $help) { $help = $value }
            [System.Management.Automation.CompletionResult]::new(
                $value, $value, "ParameterValue", $help)
        }
    } finally {
        Remove-Item Env:%(complete_var)s, Env:COMP_WORDS, Env:COMP_WORD
    }
}
"""


class PowerShellComplete(ShellComplete):
    """Completion for PowerShell 5.1 and newer."""

    name: ClassVar[str] = "powershell"
    source_template: ClassVar[str] = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the cursor, and the one at it."""
        words = [word.strip("'\"") for word in os.environ.get("COMP_WORDS", "").splitlines()][1:]
        incomplete = os.environ.get("COMP_WORD", "").strip("'\"")
        if words and words[-1] == incomplete:
            words.pop()
        return words, incomplete

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """A value and what it is for; what has blanks is quoted."""
        value = f"'{item.value}'" if " " in item.value else item.value
        return f"{value}\t{item.help}" if item.help else value


def register() -> None:
    """Have click complete for PowerShell, too."""
    add_completion_class(PowerShellComplete)


@nuki_command("completion", formats=False)
@click.argument("shell", type=click.Choice(SHELLS))
def completion(session: Session, shell: str) -> None:
    r"""Write the completion for SHELL to standard output.

    \b
    bash        nuki completion bash > ~/.local/share/bash-completion/completions/nuki
    zsh         nuki completion zsh > ~/.zfunc/_nuki      (fpath+=~/.zfunc, before compinit)
    fish        nuki completion fish > ~/.config/fish/completions/nuki.fish
    powershell  nuki completion powershell >> $PROFILE
    """
    register()
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - one of those that there are
    command = click.get_current_context().find_root().command
    session.output.text(kind(command, {}, "nuki", COMPLETING).source())
