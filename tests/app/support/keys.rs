//! Keys by name: `Escape`, `Control+k`, `Shift+Tab`, or text to type.
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

/// The strokes for one chord, or for typing a text.
pub fn strokes(keys: &str) -> KeyActions {
    let start = KeyActions::new("keyboard".to_owned());
    let Some(chord) = chord(keys) else {
        return keys.chars().fold(start, |keys, value| {
            keys.then(KeyAction::Down { value })
                .then(KeyAction::Up { value })
        });
    };
    let down = chord.iter().fold(start, |keys, value| {
        keys.then(KeyAction::Down { value: *value })
    });
    chord.iter().rev().fold(down, |keys, value| {
        keys.then(KeyAction::Up { value: *value })
    })
}

/// All parts are names of keys, the last one may be a character; a lone character is typed.
fn chord(keys: &str) -> Option<Vec<char>> {
    let parts: Vec<&str> = if keys.len() > 1 {
        keys.split('+').collect()
    } else {
        vec![keys]
    };
    let (last, held) = parts.split_last()?;
    let mut chord: Vec<char> = held.iter().map(|name| named(name)).collect::<Option<_>>()?;
    chord.push(named(last).or_else(|| single(last).filter(|_| !held.is_empty()))?);
    Some(chord)
}

fn single(text: &str) -> Option<char> {
    let mut all = text.chars();
    all.next().filter(|_| all.next().is_none())
}

/// The key of that name.
pub fn named(name: &str) -> Option<char> {
    let key = match name {
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => return Some(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        _ => return None,
    };
    Some(key.into())
}
