//! A calibration as a file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde::Deserialize;
use weighbridge_engine::serving::{Calibration, Coefficient, Novelty, Quantity, ResidualBand};
use weighbridge_units::PartialDate;

#[derive(Debug, Deserialize)]
struct File {
    data_hash: String,
    made_on: String,
    rows: u32,
    devices: BTreeSet<String>,
    models: BTreeSet<String>,
    pairs: BTreeSet<String>,
    #[serde(default)]
    years: BTreeMap<String, f64>,
    bands: Vec<(String, String, f64, f64, f64, u32)>,
    effects: Vec<(String, Vec<(String, f64)>)>,
}

/// Reads a calibration.
///
/// # Errors
/// A sentence with the line where the text is none.
pub fn read_calibration(text: &str) -> Result<Calibration, String> {
    let file: File = ron::from_str(text).map_err(|error| error.to_string())?;
    let made_on =
        PartialDate::parse(&file.made_on).map_err(|_| format!("“{}” is no date", file.made_on))?;
    let bands = file
        .bands
        .into_iter()
        .map(|(quantity, novelty, p10, p50, p90, rows)| {
            let of_key = Quantity::ALL.into_iter().find(|one| one.key() == quantity);
            let novelty_of = Novelty::ALL.into_iter().find(|one| one.key() == novelty);
            Some(ResidualBand {
                quantity: of_key?,
                novelty: novelty_of?,
                p10,
                p50,
                p90,
                rows,
            })
        })
        .collect::<Option<Vec<_>>>()
        .ok_or("a band has a quantity or a distance that is none")?;
    let coefficients = file
        .effects
        .into_iter()
        .flat_map(|(feature, levels)| {
            levels.into_iter().map(move |(level, effect)| Coefficient {
                feature: feature.clone(),
                level,
                effect,
            })
        })
        .collect();
    Ok(Calibration {
        data_hash: file.data_hash,
        made_on,
        rows: file.rows,
        coefficients,
        bands,
        devices: file.devices,
        models: file.models,
        pairs: file.pairs,
        years: file.years,
    })
}

/// Writes a calibration, with four significant decimals of each effect.
pub fn write_calibration(calibration: &Calibration) -> String {
    let mut text = String::from(
        "// What published measurements taught; written by the program `calibrate`, never by hand.\n(\n",
    );
    // Writing to a string cannot fail.
    let _ = writeln!(text, "    data_hash: \"{}\",", calibration.data_hash);
    let _ = writeln!(text, "    made_on: \"{}\",", calibration.made_on);
    let _ = writeln!(text, "    rows: {},", calibration.rows);
    for (name, list) in [
        ("devices", &calibration.devices),
        ("models", &calibration.models),
        ("pairs", &calibration.pairs),
    ] {
        let items: Vec<String> = list.iter().map(|item| format!("{item:?}")).collect();
        let _ = writeln!(text, "    {name}: [{}],", items.join(", "));
    }
    let years: Vec<String> = calibration
        .years
        .iter()
        .map(|(pair, year)| format!("{pair:?}: {year:.4}"))
        .collect();
    let _ = writeln!(text, "    years: {{{}}},", years.join(", "));
    text.push_str("    // Quantity, distance, and logarithms of measured over predicted: P10, P50, P90; rows.\n    bands: [\n");
    for band in &calibration.bands {
        let _ = writeln!(
            text,
            "        ({:?}, {:?}, {:.4}, {:.4}, {:.4}, {}),",
            band.quantity.key(),
            band.novelty.key(),
            band.p10,
            band.p50,
            band.p90,
            band.rows
        );
    }
    text.push_str("    ],\n    // Effects by family and level, as logarithms.\n    effects: [\n");
    for family in calibration
        .coefficients
        .chunk_by(|one, other| one.feature == other.feature)
    {
        let Some(first) = family.first() else {
            continue;
        };
        let _ = write!(text, "        ({:?}, [", first.feature);
        for (place, coefficient) in family.iter().enumerate() {
            let separator = if place == 0 { "" } else { ", " };
            let _ = write!(
                text,
                "{separator}({:?}, {:.4})",
                coefficient.level, coefficient.effect
            );
        }
        text.push_str("]),\n");
    }
    text.push_str("    ],\n)\n");
    text
}
