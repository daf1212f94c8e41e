//! `wirelint completions`: the script that lets a shell complete what is typed.

use clap::{Arg, Command, CommandFactory};
use clap_complete::{Shell, generate};

use super::args::{Args, CompletionsArgs, ShellName};
use super::{CLEAN, Context};

pub(super) fn run(args: &CompletionsArgs, context: &mut Context) -> u8 {
    let generator = match args.shell {
        ShellName::Bash => Shell::Bash,
        ShellName::Zsh => Shell::Zsh,
        ShellName::Fish => Shell::Fish,
        ShellName::PowerShell => Shell::PowerShell,
    };
    let mut command = Args::command();
    // Not straight to the output: the generator panics when its reader goes away.
    let mut script = Vec::new();
    generate(generator, &mut command, "wirelint", &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    match args.shell {
        ShellName::Bash | ShellName::Zsh => {}
        ShellName::Fish => script += &values_for_fish(&command),
        ShellName::PowerShell => script = with_values_for_powershell(&script, &command),
    }
    context.out.print(&script);
    CLEAN
}

/// The values of arguments that are no options, which the generator for fish leaves out.
fn values_for_fish(command: &Command) -> String {
    let mut lines = String::new();
    for below in command.get_subcommands() {
        for value in below.get_positionals().flat_map(Arg::get_possible_values) {
            let help = value.get_help().map(ToString::to_string).unwrap_or_default();
            let help = help.replace('\\', "\\\\").replace('\'', "\\'");
            let (command, value) = (below.get_name(), value.get_name());
            let condition = format!("__fish_wirelint_using_subcommand {command}");
            lines += &format!("complete -c wirelint -n \"{condition}\" -f -a {value} -d '{help}'\n");
        }
    }
    lines
}

/// The script for `PowerShell` with the names of rules, because its generator leaves out all values. The arguments that
/// take them are those whose values are for completion only.
fn with_values_for_powershell(script: &str, command: &Command) -> String {
    const START: &str = "    $commandElements = $commandAst.CommandElements\n";
    let mut cases = String::new();
    for below in command.get_subcommands() {
        for arg in below.get_arguments() {
            let values = arg.get_possible_values();
            let word = word_before(below, arg);
            // An option means the same in every command that has it.
            if arg.is_hide_possible_values_set() && !cases.contains(&format!("'{word}'")) {
                let names: Vec<String> = values.iter().map(|value| format!("'{}'", value.get_name())).collect();
                cases += &format!("        '{word}' {{ {} }}\n", names.join(", "));
            }
        }
    }
    let lookup = format!(
        "{START}
    $before = @($commandElements | Where-Object {{ $_.Extent.EndOffset -lt $cursorPosition }})
    $values = @(switch (\"$($before[-1])\") {{\n{cases}    }})
    if ($values.Count -gt 0) {{
        return $values | Where-Object {{ $_ -like \"$wordToComplete*\" }} |
            ForEach-Object {{ [CompletionResult]::new($_, $_, [CompletionResultType]::ParameterValue, $_) }}
    }}\n"
    );
    script.replacen(START, &lookup, 1)
}

/// The word after which a value of `arg` stands: the option, or the command whose argument it is.
fn word_before(command: &Command, arg: &Arg) -> String {
    arg.get_long().map_or_else(|| command.get_name().to_owned(), |long| format!("--{long}"))
}
