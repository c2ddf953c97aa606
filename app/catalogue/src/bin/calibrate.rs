//! Fits the estimator of serving speed to measurements: `calibrate FOLDER -o FILE`.
//!
//! Reads `published.csv`, `hardware.csv`, `models.csv` and `folds.csv` of the folder, fits the
//! effects to all rows, and predicts every row from a fit that saw none of its fold, of its
//! hardware, or of its model; from those errors come the ranges.
//! Prints the errors as the page in `docs/` has them, and writes the calibration; `--rows FILE`
//! writes what was predicted for each row without its fold, and `--check` fails where the errors
//! without the own fold are larger than promised.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use weighbridge_catalogue::measurements::{
    Row, data_hash, read_devices, read_models, read_table, write_calibration,
};
use weighbridge_engine::serving::fit::{Observation, Settings, fit};
use weighbridge_engine::serving::{
    Calibration, Case, Coefficient, Estimator, Novelty, Quantity, ResidualBand,
};
use weighbridge_units::PartialDate;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("calibrate: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// The day of calibrations that are never written.
fn undated() -> Result<PartialDate, String> {
    PartialDate::year(2000).map_err(|error| error.to_string())
}

/// Steps of a fit that starts near its end.
const FEW_STEPS: u32 = 4;
/// Share of residuals beyond each end of a range. Rows of a group err together, so that the rows
/// of new groups spread wider than those at hand: 8 in a hundred of these are beyond what 10 in a
/// hundred of those are.
const TAIL: f64 = 0.08;
/// Rows from which a band of its own is made.
const ENOUGH_ROWS: usize = 25;

fn run() -> Result<(), String> {
    let mut arguments = std::env::args_os().skip(1);
    let usage = "usage: calibrate FOLDER [-o FILE] [--on DATE] [--rows FILE] [--quick] [--check]";
    let folder = PathBuf::from(arguments.next().ok_or(usage)?);
    let (mut output, mut made_on, mut rows_output, mut quick) = (None, None, None, false);
    let mut must_meet = false;
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("-o") => output = Some(PathBuf::from(arguments.next().ok_or(usage)?)),
            Some("--on") => {
                let text = arguments.next().ok_or(usage)?;
                let date = text.to_str().and_then(|text| PartialDate::parse(text).ok());
                made_on = Some(date.ok_or(usage)?);
            }
            Some("--rows") => rows_output = Some(PathBuf::from(arguments.next().ok_or(usage)?)),
            Some("--quick") => quick = true,
            Some("--check") => must_meet = true,
            _ => return Err(usage.to_owned()),
        }
    }
    // A calibration that is written says of which day it is.
    let made_on = match made_on {
        Some(date) => date,
        None if output.is_none() => undated()?,
        None => return Err(usage.to_owned()),
    };
    let (rows, data_hash) = read(&folder)?;
    let folds = read_folds(&folder)?;
    let list: Vec<Measured> = rows
        .into_iter()
        .filter_map(|row| {
            let value = row.value?;
            let fold = folds.get(&row.group).copied().unwrap_or(0);
            Some(Measured {
                observation: Observation {
                    case: row.case.clone(),
                    value,
                },
                fold,
                row,
            })
        })
        .collect();

    let everything: Vec<&Measured> = list.iter().collect();
    let effects = fitted(&everything, &[], Settings::default());
    let whole = calibration(&everything, effects.clone(), &data_hash, made_on);
    report(
        "all rows, seen",
        &everything,
        &predictions(&whole, &everything),
    );

    // Without its own fold.
    let held_out = leave_out(&list, |one| one.fold.to_string(), &[], Settings::default())?;
    report("own fold left out", &everything, &values(&held_out));

    if let Some(path) = rows_output {
        write_rows(&path, &list, &held_out)?;
    }
    let mut residuals = residuals_of(&list, &held_out);

    if !quick {
        let few = Settings {
            steps: FEW_STEPS,
            ..Settings::default()
        };
        for (name, key) in [
            (
                "own hardware left out",
                (|one: &Measured| one.observation.case.device.id.clone())
                    as fn(&Measured) -> String,
            ),
            ("own model left out", |one| {
                one.observation.case.model.clone()
            }),
        ] {
            let held_out = leave_out(&list, key, &effects, few)?;
            report(name, &everything, &values(&held_out));
            worst(&list, &held_out);
            residuals.extend(residuals_of(&list, &held_out));
        }
    }
    coverage(&list, &held_out, &residuals)?;
    breakdown(&list, &held_out);
    if must_meet {
        check(&list, &held_out)?;
    }
    let whole = Calibration {
        bands: bands(&residuals),
        ..whole
    };
    if let Some(output) = output {
        std::fs::write(&output, write_calibration(&whole))
            .map_err(|error| format!("{} cannot be written: {error}", output.display()))?;
    }
    Ok(())
}

/// A measurement with its fold.
struct Measured {
    observation: Observation,
    fold: u32,
    row: Row,
}

fn read(folder: &Path) -> Result<(Vec<Row>, String), String> {
    let text = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path)
            .map_err(|error| format!("{} cannot be read: {error}", path.display()))
    };
    let devices = text("hardware.csv")?;
    let models = text("models.csv")?;
    let table = text("published.csv")?;
    let digits = data_hash(&table, &devices, &models);
    let devices = read_devices(&devices).map_err(|fault| format!("hardware.csv, {fault}"))?;
    let models = read_models(&models).map_err(|fault| format!("models.csv, {fault}"))?;
    let rows = read_table(&table, &devices, &models)
        .into_iter()
        .collect::<Result<Vec<Row>, _>>()
        .map_err(|fault| format!("published.csv, {fault}"))?;
    Ok((rows, digits))
}

fn read_folds(folder: &Path) -> Result<BTreeMap<String, u32>, String> {
    let path = folder.join("folds.csv");
    let mut reader = csv::Reader::from_path(&path)
        .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    reader
        .deserialize::<(String, u32)>()
        .collect::<Result<_, _>>()
        .map_err(|error| format!("{}: {error}", path.display()))
}

fn fitted(list: &[&Measured], start: &[Coefficient], settings: Settings) -> Vec<Coefficient> {
    let observations: Vec<&Observation> = list.iter().map(|one| &one.observation).collect();
    fit(&observations, start, settings)
}

fn calibration(
    list: &[&Measured],
    coefficients: Vec<Coefficient>,
    data_hash: &str,
    made_on: PartialDate,
) -> Calibration {
    let cases = || list.iter().map(|one| &one.observation.case);
    let pair = |case: &Case| format!("{}|{}", case.engine, case.device.class.key());
    let mut years: BTreeMap<String, f64> = BTreeMap::new();
    for case in cases() {
        let newest = years.entry(pair(case)).or_insert(case.year);
        *newest = newest.max(case.year);
    }
    Calibration {
        data_hash: data_hash.to_owned(),
        made_on,
        rows: u32::try_from(list.len()).unwrap_or(u32::MAX),
        coefficients,
        bands: Vec::new(),
        devices: cases().map(|case| case.device.id.clone()).collect(),
        models: cases().map(|case| case.model.clone()).collect(),
        pairs: cases().map(pair).collect(),
        years,
    }
}

fn predictions(calibration: &Calibration, list: &[&Measured]) -> Vec<f64> {
    let estimator = Estimator::new(calibration.clone());
    list.iter().map(|one| predicted(&estimator, one)).collect()
}

/// A prediction; measurements that the checks would refuse are predicted all the same, for they
/// did happen.
fn predicted(estimator: &Estimator, one: &Measured) -> f64 {
    estimator.unchecked(&one.observation.case)
}

/// A prediction made without some rows, and how far it had to reach.
#[derive(Clone, Copy)]
struct HeldOut {
    value: f64,
    novelty: Novelty,
}

fn values(list: &[HeldOut]) -> Vec<f64> {
    list.iter().map(|one| one.value).collect()
}

/// Predicts every row from a fit that saw none of the rows with the same key.
fn leave_out(
    list: &[Measured],
    key: impl Fn(&Measured) -> String,
    start: &[Coefficient],
    settings: Settings,
) -> Result<Vec<HeldOut>, String> {
    let keys: BTreeSet<String> = list.iter().map(&key).collect();
    let mut found = vec![None; list.len()];
    for held in keys {
        let rest: Vec<&Measured> = list.iter().filter(|one| key(one) != held).collect();
        let calibration = calibration(&rest, fitted(&rest, start, settings), "", undated()?);
        let estimator = Estimator::new(calibration);
        for (place, one) in list.iter().enumerate() {
            if key(one) == held {
                found[place] = Some(HeldOut {
                    value: predicted(&estimator, one),
                    novelty: estimator.calibration().novelty(&one.observation.case),
                });
            }
        }
    }
    Ok(found.into_iter().flatten().collect())
}

fn error(one: &Measured, predicted: f64) -> f64 {
    (predicted / one.observation.value - 1.0).abs()
}

/// Median and 90th percentile of the error, by quantity.
fn report(name: &str, list: &[&Measured], predicted: &[f64]) {
    println!("\n{name}: |predicted ÷ measured − 1|, median / 90th percentile");
    for quantity in Quantity::ALL {
        let errors: Vec<f64> = list
            .iter()
            .zip(predicted)
            .filter(|(one, _)| one.observation.case.quantity == quantity)
            .map(|(one, predicted)| error(one, *predicted))
            .collect();
        println!(
            "  {:<22} {:>5} rows  {:>6.1} % / {:>6.1} %",
            quantity.key(),
            errors.len(),
            quantile(&errors, 0.5) * 100.0,
            quantile(&errors, 0.9) * 100.0
        );
    }
}

/// What is promised of rows whose fold was left out: median and 90th percentile of the error.
const PROMISED: [(Quantity, f64, f64); 6] = [
    (Quantity::DecodeAlone, 0.09, 0.35),
    (Quantity::Prefill, 0.18, 0.45),
    (Quantity::FixedBatch, 0.14, 0.50),
    (Quantity::Saturated, 0.18, 0.60),
    (Quantity::InterToken, 0.17, 0.50),
    (Quantity::TimeToFirstToken, 0.35, 0.90),
];

/// Whether the errors are no larger than promised.
fn check(list: &[Measured], held_out: &[HeldOut]) -> Result<(), String> {
    for (quantity, half, most) in PROMISED {
        let errors: Vec<f64> = list
            .iter()
            .zip(held_out)
            .filter(|(one, _)| one.observation.case.quantity == quantity)
            .map(|(one, held)| error(one, held.value))
            .collect();
        for (share, promised) in [(0.5, half), (0.9, most)] {
            let found = quantile(&errors, share);
            if found > promised {
                return Err(format!(
                    "{} errs by {:.1} % where {:.1} % are promised",
                    quantity.key(),
                    found * 100.0,
                    promised * 100.0
                ));
            }
        }
    }
    Ok(())
}

fn worst(list: &[Measured], held_out: &[HeldOut]) {
    let mut order: Vec<usize> = (0..list.len()).collect();
    let size = |place: &usize| {
        (held_out[*place].value / list[*place].observation.value)
            .ln()
            .abs()
    };
    order.sort_by(|one, other| size(other).total_cmp(&size(one)));
    for place in order.into_iter().take(5) {
        let (one, held) = (&list[place], held_out[place]);
        println!(
            "    {} {} · {} · {} · {}: {:.4} for {:.4} ({})",
            one.row.id,
            one.observation.case.engine,
            one.observation.case.device.id,
            one.observation.case.model,
            one.observation.case.quantity.key(),
            held.value,
            one.observation.value,
            one.row.note
        );
    }
}

/// Writes each row's prediction without its fold, as comma-separated values.
fn write_rows(path: &Path, list: &[Measured], held_out: &[HeldOut]) -> Result<(), String> {
    let fail = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let mut writer = csv::Writer::from_path(path).map_err(|error| fail(&error))?;
    writer
        .write_record([
            "id",
            "group",
            "fold",
            "quantity",
            "novelty",
            "engine",
            "class",
            "measured",
            "predicted",
        ])
        .map_err(|error| fail(&error))?;
    for (one, held) in list.iter().zip(held_out) {
        let case = &one.observation.case;
        writer
            .write_record([
                one.row.id.as_str(),
                &one.row.group,
                &one.fold.to_string(),
                case.quantity.key(),
                held.novelty.key(),
                &case.engine,
                case.device.class.key(),
                &one.observation.value.to_string(),
                &held.value.to_string(),
            ])
            .map_err(|error| fail(&error))?;
    }
    writer.flush().map_err(|error| fail(&error))
}

/// A residual: the quantity, the distance, and the logarithm of measured over predicted.
type Residual = (Quantity, Novelty, f64);

fn residuals_of(list: &[Measured], held_out: &[HeldOut]) -> Vec<Residual> {
    list.iter()
        .zip(held_out)
        .map(|(one, held)| {
            let residual = (one.observation.value / held.value).ln();
            (one.observation.case.quantity, held.novelty, residual)
        })
        .collect()
}

fn bands(residuals: &[Residual]) -> Vec<ResidualBand> {
    let mut list = Vec::new();
    for quantity in Quantity::ALL {
        for novelty in Novelty::ALL {
            let of: Vec<f64> = residuals
                .iter()
                .filter(|(one, distance, _)| *one == quantity && *distance == novelty)
                .map(|(_, _, residual)| *residual)
                .collect();
            if of.len() < ENOUGH_ROWS {
                continue;
            }
            list.push(ResidualBand {
                quantity,
                novelty,
                p10: quantile(&of, TAIL),
                p50: quantile(&of, 0.5),
                p90: quantile(&of, 1.0 - TAIL),
                rows: u32::try_from(of.len()).unwrap_or(u32::MAX),
            });
        }
    }
    list
}

/// How many rows lie in their range, each range made of the residuals of the other folds' rows;
/// `residuals` has one or more for each row, in as many passes over all of them.
fn coverage(list: &[Measured], held_out: &[HeldOut], residuals: &[Residual]) -> Result<(), String> {
    let folds: BTreeSet<u32> = list.iter().map(|one| one.fold).collect();
    let mut inside: BTreeMap<Quantity, (usize, usize)> = BTreeMap::new();
    for fold in folds {
        let others: Vec<Residual> = residuals
            .iter()
            .zip(list.iter().cycle())
            .filter(|(_, one)| one.fold != fold)
            .map(|(residual, _)| *residual)
            .collect();
        let calibration = Calibration {
            bands: bands(&others),
            ..calibration(&[], Vec::new(), "", undated()?)
        };
        for (one, held) in list
            .iter()
            .zip(held_out)
            .filter(|(one, _)| one.fold == fold)
        {
            let quantity = one.observation.case.quantity;
            let Some(band) = calibration.band(quantity, held.novelty) else {
                continue;
            };
            let residual = (one.observation.value / held.value).ln();
            let count = inside.entry(quantity).or_default();
            count.1 += 1;
            count.0 += usize::from((band.p10..=band.p90).contains(&residual));
        }
    }
    println!("\nshare of rows in their range P10–P90, the range made without their fold");
    let all = inside
        .values()
        .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    for (quantity, (within, of)) in &inside {
        let share = *within as f64 / *of as f64 * 100.0;
        println!("  {:<22} {share:>5.1} %", quantity.key());
    }
    println!(
        "  {:<22} {:>5.1} %",
        "all",
        all.0 as f64 / all.1.max(1) as f64 * 100.0
    );
    Ok(())
}

/// Errors by engine and by hardware, for the page.
fn breakdown(list: &[Measured], held_out: &[HeldOut]) {
    for (name, key) in [
        (
            "engine",
            (|one: &Measured| one.observation.case.engine.clone()) as fn(&Measured) -> String,
        ),
        ("class of hardware", |one| {
            one.observation.case.device.class.key().to_owned()
        }),
    ] {
        println!("\nby {name}, own fold left out: rows, median, 90th percentile");
        let mut groups: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        for (one, held) in list.iter().zip(held_out) {
            groups
                .entry(key(one))
                .or_default()
                .push(error(one, held.value));
        }
        for (group, errors) in groups {
            println!(
                "  {group:<18} {:>5}  {:>6.1} %  {:>6.1} %",
                errors.len(),
                quantile(&errors, 0.5) * 100.0,
                quantile(&errors, 0.9) * 100.0
            );
        }
    }
}

fn quantile(values: &[f64], share: f64) -> f64 {
    weighbridge_engine::uncertainty::odds::quantile(values, share)
}
