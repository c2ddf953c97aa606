// Where keys and values lie. Four numbers of a key stay together and positions follow each other,
// so that threads which take a position each read in line; values lie position by position, for
// threads which take a number each.

fn key_quarters() -> u32 {
    return (shape.head_size + 3u) / 4u;
}

fn key_place(sequence: u32, head: u32, number: u32, position: u32) -> u32 {
    let head_of_all = sequence * shape.key_value_heads + head;
    return ((head_of_all * key_quarters() + number / 4u) * step.room + position) * 4u + number % 4u;
}

fn value_place(sequence: u32, head: u32, number: u32, position: u32) -> u32 {
    let head_of_all = sequence * shape.key_value_heads + head;
    return (head_of_all * step.room + position) * shape.head_size + number;
}
