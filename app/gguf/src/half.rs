//! Numbers of 16 bits.

/// The value of a 16-bit floating-point number, exactly.
pub const fn f16_to_f32(bits: u16) -> f32 {
    let sign = ((bits & 0x8000) as u32) << 16;
    let exponent = ((bits >> 10) & 0x1f) as u32;
    let fraction = (bits & 0x3ff) as u32;
    let magnitude = match exponent {
        // Below the normal range a number is so many times 2⁻²⁴.
        0 => (fraction as f32 * f32::from_bits(0x3380_0000)).to_bits(),
        31 => 0x7f80_0000 | (fraction << 13),
        _ => ((exponent + 112) << 23) | (fraction << 13),
    };
    f32::from_bits(sign | magnitude)
}

/// The 16-bit floating-point number nearest to a value, the even one between two; beyond the
/// largest it is infinite.
pub const fn f32_to_f16(value: f32) -> u16 {
    let bits = value.to_bits();
    let sign = ((bits >> 16) & 0x8000) as u16;
    let magnitude = bits & 0x7fff_ffff;
    if magnitude > 0x7f80_0000 {
        return sign | 0x7e00;
    }
    // 65520 lies halfway between the largest number and the next that there would be.
    if magnitude >= 0x477f_f000 {
        return sign | 0x7c00;
    }
    // Bits that fall away: 13 in the normal range (from 2⁻¹⁴), more below it.
    let (fraction, dropped) = if magnitude >= 0x3880_0000 {
        (magnitude - (112 << 23), 13)
    } else {
        let shift = 126 - (magnitude >> 23);
        if shift > 24 {
            return sign;
        }
        ((magnitude & 0x7f_ffff) | 0x80_0000, shift)
    };
    let half = 1 << (dropped - 1);
    let rest = fraction & ((1 << dropped) - 1);
    let kept = fraction >> dropped;
    let is_up = rest > half || (rest == half && kept & 1 == 1);
    sign | (kept + is_up as u32) as u16
}

/// The value of the upper half of a 32-bit floating-point number, exactly.
pub const fn bf16_to_f32(bits: u16) -> f32 {
    f32::from_bits((bits as u32) << 16)
}

/// The upper half of a 32-bit floating-point number that is nearest to a value, the even one
/// between two.
pub const fn f32_to_bf16(value: f32) -> u16 {
    let bits = value.to_bits();
    if value.is_nan() {
        return (bits >> 16) as u16 | 0x40;
    }
    ((bits + 0x7fff + ((bits >> 16) & 1)) >> 16) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_half_number_leads_back() {
        for bits in 0..=u16::MAX {
            let value = f16_to_f32(bits);
            match value.is_nan() {
                true => assert!(f16_to_f32(f32_to_f16(value)).is_nan()),
                false => assert_eq!(f32_to_f16(value), bits, "{value}"),
            }
            let value = bf16_to_f32(bits);
            match value.is_nan() {
                true => assert!(bf16_to_f32(f32_to_bf16(value)).is_nan()),
                false => assert_eq!(f32_to_bf16(value), bits, "{value}"),
            }
        }
    }

    #[test]
    fn known_values() {
        for (bits, value) in [
            (0x3c00, 1.0),
            (0xc000, -2.0),
            (0x7bff, 65504.0),
            (0x0400, 6.103_515_6e-5),
            (0x0001, 5.960_464_5e-8),
            (0x3555, 0.333_251_95),
        ] {
            assert_eq!(f16_to_f32(bits), value);
        }
        assert_eq!(f16_to_f32(0x7c00), f32::INFINITY);
    }

    #[test]
    fn between_two_the_even_one_and_otherwise_the_nearer() {
        // Between neighbours, wherever they lie.
        for bits in (0..0x7bff_u16).chain([0x7bfe]) {
            let (low, high) = (f16_to_f32(bits), f16_to_f32(bits + 1));
            let middle = (low + high) / 2.0;
            assert_eq!(f32_to_f16(middle), bits + (bits & 1), "{middle}");
            assert_eq!(f32_to_f16(middle.next_down()), bits);
            assert_eq!(f32_to_f16(middle.next_up()), bits + 1);
        }
        assert_eq!(f32_to_f16(65519.996), 0x7bff);
        assert_eq!(f32_to_f16(65520.0), 0x7c00);
        assert_eq!(f32_to_f16(f32::MAX), 0x7c00);
        assert_eq!(f32_to_f16(1e-30), 0);
        assert_eq!(f32_to_f16(-1e-30), 0x8000);
    }
}
