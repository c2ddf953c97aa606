//! One number of a scenario, with where it came from.

use weighbridge_units::{Arg, Describe, Message, PartialDate, Unit};

use crate::catalogue::Quality;

/// A number, its origin, and the range it may lie in.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The value, in the unit of its [`FieldSpec`].
    pub value: f64,
    /// Where it came from.
    pub origin: Origin,
    /// Low, base and high, where they are known.
    pub range: Option<Range>,
}

impl Figure {
    /// A figure somebody typed in.
    pub fn entered(value: f64) -> Figure {
        Figure {
            value,
            origin: Origin::Entered { by: None, on: None },
            range: None,
        }
    }

    /// The program's own starting value of a field.
    pub fn starting(spec: &FieldSpec) -> Figure {
        Figure {
            value: spec.start,
            origin: Origin::Default,
            range: None,
        }
    }
}

/// Where a figure came from. A figure that was estimated is never shown as measured.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// The program's own starting value, which nobody has looked at yet.
    Default,
    /// A record of the catalogue, copied when it was chosen.
    Preset(PresetOrigin),
    /// A measurement.
    Measured {
        /// The run that measured it.
        run: String,
        /// The day of the run.
        on: Option<PartialDate>,
    },
    /// Typed in by somebody.
    Entered {
        /// Who, where known.
        by: Option<String>,
        /// When, where known.
        on: Option<PartialDate>,
    },
    /// Computed by a method with a known or stated error.
    Estimated {
        /// Key of the method's page.
        method: String,
        /// Half-width of the error as a share of the value, where it is known.
        error_share: Option<f64>,
    },
}

impl Origin {
    /// Whether the figure stays marked wherever it is shown: weak or assumed.
    pub fn is_doubtful(&self) -> bool {
        matches!(self, Origin::Preset(preset) if preset.quality.is_doubtful())
    }

    /// Where the figure came from, in a few words for small type: kind, date, doubt.
    pub fn in_short(&self) -> Message {
        match self {
            Origin::Default => Message::new("origin-short-default"),
            Origin::Preset(preset) => Message::new("origin-short-preset")
                .with(
                    "quality",
                    Arg::key(format!("quality-{}", preset.quality.key())),
                )
                .with("date", preset.as_of),
            Origin::Measured { on: Some(on), .. } => {
                Message::new("origin-short-measured-on").with("date", *on)
            }
            Origin::Measured { .. } => Message::new("origin-short-measured"),
            Origin::Entered { on: Some(on), .. } => {
                Message::new("origin-short-entered-on").with("date", *on)
            }
            Origin::Entered { .. } => Message::new("origin-short-entered"),
            Origin::Estimated {
                error_share: Some(error),
                ..
            } => Message::new("origin-short-estimated-within").with("error", Arg::Percent(*error)),
            Origin::Estimated { .. } => Message::new("origin-short-estimated"),
        }
    }
}

/// Where the figure came from, with its source.
impl Describe for Origin {
    fn message(&self) -> Message {
        match self {
            Origin::Preset(preset) => Message::new("origin-full-preset")
                .with(
                    "quality",
                    Arg::key(format!("quality-{}", preset.quality.key())),
                )
                .with("source", preset.source.clone())
                .with("date", preset.as_of),
            Origin::Measured { run, .. } => {
                Message::new("origin-full-measured").with("run", run.clone())
            }
            Origin::Entered { by: Some(by), .. } => {
                Message::new("origin-full-entered-by").with("by", by.clone())
            }
            Origin::Estimated {
                method,
                error_share,
            } => {
                let key = match error_share {
                    Some(_) => "origin-full-estimated-within",
                    None => "origin-full-estimated",
                };
                let message = Message::new(key).with("method", method.clone());
                match error_share {
                    Some(error) => message.with("error", Arg::Percent(*error)),
                    None => message,
                }
            }
            Origin::Default | Origin::Entered { by: None, .. } => self.in_short(),
        }
    }
}

/// The record of the catalogue that a figure was copied from.
#[derive(Debug, Clone, PartialEq)]
pub struct PresetOrigin {
    /// Id of the record.
    pub record: String,
    /// Field of the record.
    pub field: String,
    /// Who published it.
    pub source: String,
    /// The day it was read.
    pub as_of: PartialDate,
    /// How good it is.
    pub quality: Quality,
}

/// Low, base and high of an uncertain figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// The low figure.
    pub low: f64,
    /// The high figure.
    pub high: f64,
    /// How low and high are meant.
    pub reading: RangeReading,
    /// How values are spread between and beyond them.
    pub shape: RangeShape,
    /// The id of the quantity this is a value of, where it is not the figure's own: figures of one
    /// quantity move together.
    pub quantity: Option<String>,
}

impl Range {
    /// A range of the usual shape.
    pub fn new(low: f64, high: f64, reading: RangeReading) -> Range {
        Range {
            low,
            high,
            reading,
            shape: RangeShape::Usual,
            quantity: None,
        }
    }
}

/// How values are spread over a range.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum RangeShape {
    /// Through all three figures: two halves of normal distributions for percentiles, PERT for
    /// bounds.
    #[default]
    Usual,
    /// All values between the ends equally likely.
    Uniform,
    /// A triangle with the figure as its mode.
    Triangular,
    /// A smooth hump with the figure as its mode (λ = 4).
    Pert,
    /// The normal distribution with these ends.
    Normal,
    /// A positive value whose logarithm is normal, with these ends.
    Lognormal,
    /// The triangle with these percentiles and the figure as its mode.
    Trigen,
    /// A few values with their chances; low and high are the smallest and the largest.
    Cases(Vec<(f64, f64)>),
}

/// How the ends of a range are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RangeReading {
    /// Nine times in ten below the high, one time in ten below the low.
    #[default]
    Percentiles10And90,
    /// Never outside.
    Bounds,
}

/// What a field of a scenario is: its name, unit and allowed values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FieldSpec {
    /// Name of the group, as in paths and message keys.
    pub group: &'static str,
    /// Name of the field.
    pub name: &'static str,
    /// Unit of its value.
    pub unit: Unit,
    /// Smallest value allowed.
    pub min: f64,
    /// Largest value allowed.
    pub max: f64,
    /// The value it starts with.
    pub start: f64,
    /// Whether only whole numbers make sense.
    pub whole: bool,
}

impl FieldSpec {
    /// Checks a value for this field.
    ///
    /// # Errors
    /// [`ValueFault`] for a value that is no number, out of range, or a fraction where only
    /// whole numbers make sense.
    pub fn check(&self, value: f64) -> Result<f64, ValueFault> {
        if !value.is_finite() {
            Err(ValueFault::NotFinite)
        } else if value < self.min || value > self.max {
            Err(ValueFault::OutOfRange {
                min: self.min,
                max: self.max,
                value,
            })
        } else if self.whole && value.fract() != 0.0 {
            Err(ValueFault::NotWhole { value })
        } else {
            Ok(value)
        }
    }
}

/// Why a value does not fit its field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ValueFault {
    /// Not a finite number.
    NotFinite,
    /// Outside the allowed range.
    OutOfRange {
        /// Smallest value allowed.
        min: f64,
        /// Largest value allowed.
        max: f64,
        /// The value given.
        value: f64,
    },
    /// A fraction where only whole numbers make sense.
    NotWhole {
        /// The value given.
        value: f64,
    },
}

/// A struct of figures: fields that share a group name, generic over what stands in each.
///
/// Made by the `figures!` macro, which keeps name, unit, range and starting value on the line
/// that declares the field.
pub trait FigureGroup {
    /// The group's name in paths and message keys.
    const GROUP: &'static str;
    /// One entry per field, in order.
    const SPECS: &'static [FieldSpec];

    /// Calls `f` on every field.
    fn each<'a>(&'a self, f: &mut dyn FnMut(&'static FieldSpec, &'a Figure));
    /// The figure of a field, by name.
    fn get(&self, name: &str) -> Option<&Figure>;
    /// The figure of a field, by name, to change.
    fn get_mut(&mut self, name: &str) -> Option<&mut Figure>;

    /// The spec of a field, by name.
    fn spec(name: &str) -> Option<&'static FieldSpec>
    where
        Self: Sized,
    {
        Self::SPECS.iter().find(|spec| spec.name == name)
    }
}

/// Declares a group of figures.
///
/// Each line is `name: unit, min..=max, start;` with a doc comment above it, and `whole` at the
/// end where only whole numbers make sense.
macro_rules! figures {
    (
        $(#[$attribute:meta])*
        pub struct $Group:ident in $group:literal {
            $(
                $(#[$field_attribute:meta])*
                $field:ident: $unit:expr, $min:literal ..= $max:literal, $start:literal $(, $whole:ident)?;
            )*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct $Group<T = $crate::figure::Figure> {
            $( $(#[$field_attribute])* pub $field: T, )*
        }

        impl<T> $Group<T> {
            /// The same group with every cell replaced by `f` of it.
            #[inline(always)]
            pub fn map<'a, U>(
                &'a self,
                f: &mut impl FnMut(&'static $crate::figure::FieldSpec, &'a T) -> U,
            ) -> $Group<U> {
                let specs = <$Group as $crate::figure::FigureGroup>::SPECS;
                let mut place = 0;
                $(
                    let $field = f(&specs[place], &self.$field);
                    place += 1;
                )*
                let _ = place;
                $Group { $( $field, )* }
            }
        }

        impl<T> $Group<T> {
            /// The cell of the field at a place in the group's specs, to change.
            ///
            /// # Errors
            /// By how many places it lies beyond the group.
            #[inline]
            pub fn cell_mut(&mut self, place: usize) -> Result<&mut T, usize> {
                let mut here = 0;
                $(
                    if place == here {
                        return Ok(&mut self.$field);
                    }
                    here += 1;
                )*
                Err(place - here)
            }
        }

        impl Default for $Group {
            fn default() -> Self {
                let specs = <$Group as $crate::figure::FigureGroup>::SPECS;
                let mut place = 0;
                $(
                    let $field = $crate::figure::Figure::starting(&specs[place]);
                    place += 1;
                )*
                let _ = place;
                $Group { $( $field, )* }
            }
        }

        impl $crate::figure::FigureGroup for $Group {
            const GROUP: &'static str = $group;
            const SPECS: &'static [$crate::figure::FieldSpec] = &[
                $( $crate::figure::FieldSpec {
                    group: $group,
                    name: stringify!($field),
                    unit: $unit,
                    min: $min,
                    max: $max,
                    start: $start,
                    whole: false $( || stringify!($whole).len() == 5 )?,
                }, )*
            ];

            fn each<'a>(
                &'a self,
                f: &mut dyn FnMut(&'static $crate::figure::FieldSpec, &'a $crate::figure::Figure),
            ) {
                self.map(&mut |spec, figure| f(spec, figure));
            }

            fn get(&self, name: &str) -> Option<&$crate::figure::Figure> {
                match name {
                    $( stringify!($field) => Some(&self.$field), )*
                    _ => None,
                }
            }

            fn get_mut(&mut self, name: &str) -> Option<&mut $crate::figure::Figure> {
                match name {
                    $( stringify!($field) => Some(&mut self.$field), )*
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use figures;
